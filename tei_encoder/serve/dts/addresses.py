"""The addresses of the endpoints, as templates (RFC 6570) and for one thing each."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the endpoints are; `base` ends with a slash."""

    base: str

    def collection(self, identifier: str) -> str:
        """Give the address of a collection or resource."""
        return f"{self.base}collection/?id={_quoted(identifier)}"

    def document(self, identifier: str) -> str:
        """Give the address of a whole document."""
        return f"{self.base}document/?resource={_quoted(identifier)}"

    def navigation(self, identifier: str) -> str:
        """Give the address at which the citations of a document begin."""
        return f"{self.base}navigation/?resource={_quoted(identifier)}"

    def entry(self) -> dict[str, str]:
        """Give the templates of all endpoints."""
        return {
            "collection": f"{self.base}collection/{{?id,page,nav}}",
            "navigation": f"{self.base}navigation/"
            "{?resource,ref,start,end,down,tree,page}",
            "document": f"{self.base}document/"
            "{?resource,ref,start,end,tree,mediaType}",
        }

    def of_collection(self, identifier: str) -> dict[str, str]:
        """Give the template of a collection."""
        return {"collection": f"{self.collection(identifier)}{{&page,nav}}"}

    def of_resource(self, identifier: str) -> dict[str, str]:
        """Give the templates of a resource."""
        return {
            **self.of_collection(identifier),
            "navigation": f"{self.navigation(identifier)}"
            "{&ref,start,end,down,tree,page}",
            "document": f"{self.document(identifier)}{{&ref,start,end,tree,mediaType}}",
        }


def _quoted(identifier: str) -> str:
    return quote(identifier, safe=":-_.~")
