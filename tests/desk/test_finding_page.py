"""The finding's template by itself: the title, the signs and what says less, as the report tells them."""

from __future__ import annotations

import msgspec

from crosscheck.desk.render import environment
from crosscheck.document import DocSign
from tests.documents import document, mention


def _shown(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


def test_the_desk_has_the_reports_title_and_signs():
    one = document().findings[0]
    assert _shown("{{ f | title_of }}", f=one) == "People killed"
    signs = (DocSign(sign="same verb", weight=2.5), DocSign(sign="<b>", weight=-0.3))
    full = msgspec.structs.replace(one, title="People killed: 12 or 14", why=signs, less=(mention(0, "Monday"),))
    assert _shown("{{ f | title_of }}", f=full) == "People killed: 12 or 14"
    told = _shown("{% for sign in f | signs %}{{ sign }};{% endfor %}", f=full)
    assert told == "same verb (strong);&lt;b&gt; (clear, against);"
