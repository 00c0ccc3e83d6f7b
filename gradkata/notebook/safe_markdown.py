"""Safe HTML from the Markdown in submitted notebooks: scripts in it do not run when a grader opens the page."""

import re
from html import unescape
from typing import Any

from bleach.css_sanitizer import CSSSanitizer
from bleach.sanitizer import Cleaner
from jinja2 import pass_context
from nbconvert.utils.base import NbConvertBase

_TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var",
))  # fmt: skip
_ATTRIBUTES = frozenset((
    "align", "alt", "border", "cite", "class", "color", "colspan", "height", "href", "id", "lang", "open",
    "rowspan", "src", "start", "style", "title", "valign", "width",
))  # fmt: skip
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LINK_SCHEMES = frozenset(("http", "https", "mailto"))
_IMAGE_SCHEMES = frozenset(("http", "https", "data"))  # an attached image is a data URL


@pass_context
class SafeMarkdown(NbConvertBase):  # type: ignore[misc]
    """Replaces nbconvert's filter `markdown2html`: the same HTML, except that scripts and the like become text."""

    def __call__(self, context: Any, source: str) -> str:
        """The Markdown as HTML; active elements are shown as text, in the way in which their author wrote them."""
        return str(_CLEANER.clean(self.parent.markdown2html(context, source)))


def _is_harmless(tag: str, name: str, value: str) -> bool:
    if name not in _ATTRIBUTES:
        return False
    if name not in ("href", "src", "cite"):
        return True
    # A browser ignores invisible characters in a URL.
    visible = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]", "", unescape(value))
    scheme = _SCHEME.match(visible)
    allowed = _IMAGE_SCHEMES if (tag, name) == ("img", "src") else _LINK_SCHEMES
    return scheme is None or scheme[1].lower() in allowed


_CLEANER = Cleaner(
    tags=_TAGS,
    attributes=_is_harmless,
    protocols=_LINK_SCHEMES | _IMAGE_SCHEMES,
    css_sanitizer=CSSSanitizer(),
)
