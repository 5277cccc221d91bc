"""The page on which a reader keeps the hub, for hubs that offer it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.i18n.language import mark
from generator.model.page import PageSpec
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class OfflineView(View):
    """Everything on it is the same for all hubs; sizes are known in the browser."""

    template: ClassVar[str] = "offline/page.html"


def offline_page(hub: Hub) -> Iterator[PageSpec]:
    """Nothing unless the setting says so."""
    if hub.context.settings.offline:
        yield PageSpec(
            url="offline/", title=hub._(mark("Read offline")),
            description=hub._(mark("Keep the hub on this device, for a meeting room or a train without a network.")),
            view=OfflineView(), crumbs=(hub.home(),), facets=hub.overview(),
        )  # fmt: skip
