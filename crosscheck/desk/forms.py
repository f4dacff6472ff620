"""A form that was refused comes back as it was filled in, with what is wrong beside the field."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from litestar import Response

from crosscheck.desk.access import Form
from crosscheck.desk.errors import described
from crosscheck.desk.jobs import Busy
from crosscheck.desk.kept import Kept
from crosscheck.desk.threads import in_thread
from crosscheck.errors import CrosscheckError
from crosscheck.store.text import storable
from crosscheck.store.views import StoreError


async def kept(
    form: Form,
    name: str,
    here: str,
    again: Callable[[Kept], Response[bytes]],
    work: Callable[[], Awaitable[Response[bytes]]],
    *,
    fields: tuple[str, ...] = (),
    rename: dict[str, str] | None = None,
) -> Response[bytes]:
    """The answer of ``work``, or where it refuses, the page ``again`` with the form filled in.

    ``fields`` are those of this form beside which an error can stand; ``rename`` gives the store's names of fields.
    What no form can mend, such as a finding that does not exist, is raised on.
    """
    try:
        return await work()
    except (StoreError, CrosscheckError, Busy) as error:
        status, code, message = described(error)
        field = getattr(error, "field", "")
        if not field and (status in (401, 403) or code == "not_found"):
            raise
        field = (rename or {}).get(field, field)
        texts = {key: [storable(v) for v in form.all(key)] for key in form.names() if key != "form_token"}
        refused = Kept(
            form=name,
            texts=texts,
            field=field if field in fields else "",
            message=message,
            here=here,
            status=400 if status == 404 else status,  # the page is there; what its form names is not
        )
        return await in_thread(again, refused)
