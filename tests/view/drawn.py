"""What the explorer draws, asked of itself: its canvas has no elements to look for."""

# How light a colour is to the eye, from the words of CSS: what contrast is reckoned from.
LIGHT = """const light = (words) => { const [r, g, b] = words.match(/[0-9.]+/g).map(Number)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
"""


def state(page) -> dict:
    """Return what is drawn, from the explorer itself: its canvas has no elements to look for."""
    return page.evaluate(
        """() => { const cy = kgExplorer.canvas.cy; return {
            nodes: cy.nodes().map(n => n.data('label')), dim: cy.nodes('.dim').length,
            edges: cy.edges().map(
                e => [e.data('name'), e.data('status'), e.style('line-style'), e.style('target-arrow-shape')]),
            theme: document.documentElement.dataset.theme, selection: kgExplorer.state.selection.kind }; }"""
    )


def spot_of_edge(page, status: str) -> list[float]:
    """Return where the first edge of this status is drawn, on the page."""
    return page.evaluate(
        """(status) => { const cy = kgExplorer.canvas.cy; const edge = cy.edges(`[status = "${status}"]`)[0];
            const box = cy.container().getBoundingClientRect(); const at = edge.renderedMidpoint();
            return [box.left + at.x, box.top + at.y]; }""",
        status,
    )


def click_edge(page, status: str) -> None:
    """Click the first edge of this status."""
    page.mouse.click(*spot_of_edge(page, status))


def out_of_view(page) -> list[str]:
    """Return the entities that the window does not hold."""
    return page.evaluate(
        """() => { const { cy } = kgExplorer.canvas; const box = cy.container().getBoundingClientRect();
            return cy.nodes().filter(n => { const { x, y } = n.renderedPosition();
                return x < 0 || y < 0 || x > box.width || y > box.height; }).map(n => n.data('label')); }"""
    )


def weakness(page, status: str) -> tuple[float, float, float]:
    """Return width, length of a dash, and contrast to the ground of the first line with this status, as it is drawn."""
    return tuple(
        page.evaluate(
            LIGHT
            + """(status) => { const cy = kgExplorer.canvas.cy; const edge = cy.edges(`[status = "${status}"]`)[0];
                const ground = light(getComputedStyle(document.body).backgroundColor);
                const line = light(edge.style('line-color'));
                return [edge.data('thin'), edge.pstyle('line-dash-pattern').value[0],
                    (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05)]; }""",
            status,
        )
    )


def least_contrast(page, letters: str, grounds: list[str]) -> float:
    """Return the contrast of the faintest of these elements to any of the elements that may lie behind it."""
    return page.evaluate(
        LIGHT
        + """([letters, grounds]) => {
                const dark = [...document.querySelectorAll(letters)].map(e => light(getComputedStyle(e).color));
                const bright = grounds.map(e => light(getComputedStyle(document.querySelector(e)).backgroundColor));
                return Math.min(...dark.flatMap(a => bright.map(
                    b => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)))); }""",
        [letters, grounds],
    )


def come_back(page) -> None:
    """Leave the page and open its address again."""
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#app[data-ready]")


def centre_of(page) -> list[float]:
    """Return zoom, and where two entities stand on the screen."""
    return page.evaluate(
        """() => { const { cy } = kgExplorer.canvas; const at = name => cy.nodes().filter(n => n.data('label') === name)
            .map(n => [n.renderedPosition().x, n.renderedPosition().y])[0];
            return [cy.zoom(), ...at('Nortis'), ...at('Orbe')]; }"""
    )
