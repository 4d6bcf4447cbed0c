// The editor of the page to ask: CodeMirror, with our properties and prefixes to complete.

import { autocompletion, closeBrackets, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { h } from "./dom";

const KEYWORDS = ["SELECT", "DISTINCT", "CONSTRUCT", "ASK", "WHERE", "FILTER", "OPTIONAL", "UNION", "MINUS", "VALUES", "BIND", "GROUP BY", "ORDER BY", "DESC", "LIMIT", "COUNT", "REGEX", "LANG", "STR"];

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--variable)" },
  { tag: [tags.string, tags.atom, tags.number], color: "var(--text-value)" },
  { tag: tags.comment, color: "var(--muted)" },
]);
const LOOK = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--panel)", border: "1px solid var(--line)", borderRadius: "8px", fontSize: "13px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace', lineHeight: "1.55", minHeight: "240px", maxHeight: "50vh", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)", padding: "8px 4px" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { background: "var(--selected) !important" },
  ".cm-tooltip": { background: "var(--panel)", border: "1px solid var(--line)", borderRadius: "8px", overflow: "hidden" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--panel)" },
});

/** A prefix, the namespace that it stands for, and the names that can be completed there. */
export interface Vocabulary {
  prefix: string;
  namespace: string;
  names: string[];
}

/** Typing over a selection: left to itself the browser would keep its look by a style attribute, which the policy forbids. */
function replaceQuietly(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== "insertText" || event.data === null || view.composing || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true }));
  return true;
}

export class Editor {
  readonly host: HTMLElement;
  private readonly view: EditorView;

  constructor(private readonly vocabulary: Vocabulary, run: () => void) {
    this.host = h("div", { id: "query" });
    // In a tree of its own the editor's styles are sheets made by script: in the document they would be elements, which the policy forbids.
    const root = this.host.attachShadow({ mode: "open" });
    const asks = { key: "Mod-Enter", run: () => (run(), true) };
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          keymap.of([asks, ...completionKeymap, ...defaultKeymap, ...historyKeymap]), // Tab leaves, as everywhere in the page
          history(), drawSelection(), bracketMatching(), closeBrackets(),
          StreamLanguage.define(sparql), syntaxHighlighting(COLOURS),
          autocompletion({ override: [(context) => this.complete(context)] }),
          EditorView.domEventHandlers({ beforeinput: replaceQuietly }), EditorView.lineWrapping, EditorView.contentAttributes.of({ "aria-label": "SPARQL" }), LOOK,
        ],
      }),
    });
  }

  get value(): string {
    return this.view.state.doc.toString();
  }

  set value(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  private complete(context: CompletionContext): CompletionResult | null {
    const word = context.matchBefore(/[\w:]+/);
    if (!word || (!context.explicit && word.to - word.from < 2)) return null;
    const { prefix, names } = this.vocabulary;
    return {
      from: word.from,
      validFor: /^[\w:]*$/,
      options: [...names.map((name): Completion => ({ label: `${prefix}:${name}`, type: "property", apply: (view, _, from, to) => this.insert(view, `${prefix}:${name}`, from, to) })), ...KEYWORDS.map((label) => ({ label, type: "keyword" }))],
    };
  }

  /** A name of our vocabulary brings its prefix with it. */
  private insert(view: EditorView, name: string, from: number, to: number): void {
    const { prefix, namespace } = this.vocabulary;
    const declared = new RegExp(`prefix\\s+${prefix}:`, "i").test(this.value);
    const head = declared ? "" : `PREFIX ${prefix}: <${namespace}>\n`;
    view.dispatch({ changes: [{ from: 0, insert: head }, { from, to, insert: name }], selection: { anchor: from + head.length + name.length } });
  }
}
