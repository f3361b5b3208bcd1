"""What `sanitize_report` returns."""

from newsclean.ledger import Drop, Note
from newsclean.models.base import Model


class Sanitized(Model):
    """HTML under a policy, with everything that the policy has taken out of it."""

    html: str
    """Safe to be shown in a page, whatever backend was asked for."""
    dropped: tuple[Drop, ...] = ()
    """What is gone with all that it held: `unseen` (script, style, ...), `medium`, `unsafe-url`, `no-source`, `embed-host`,
    `too-deep`, `element` (where the policy drops what is not listed), `sanitizer` (by a backend)."""
    notes: tuple[Note, ...] = ()
    """What is gone while the words stayed: `unwrapped` and `escaped` tags, `attribute`, `unsafe-url`, `embed-host`,
    `tracking-removed`, `control-characters`, and whatever in the source had to be read in another way than it is written."""
