"""What this service is, in RDF (SPARQL 1.1 Service Description)."""

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.query.result import QueryResult

_SD = "http://www.w3.org/ns/sparql-service-description#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def service_description(endpoint: str) -> QueryResult:
    """Return the description of the service at this address."""
    service, dataset, graph = NamedNode(endpoint), BlankNode("dataset"), BlankNode("graph")
    type_ = NamedNode(_RDF + "type")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    triples = [
        Triple(service, type_, sd("Service")),
        Triple(service, sd("endpoint"), service),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, type_, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), graph),
        Triple(graph, type_, sd("Graph")),
    ]
    triples += [Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in (*_RESULTS, *_GRAPHS)]
    return QueryResult(triples=tuple(triples), prefixes={"sd": _SD, "formats": _FORMATS})
