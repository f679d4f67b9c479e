"""Small signs for channels, beside their words: by what a channel is called, in a few languages; else no sign."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from cxsite.draw.twin import beside

_PERSON = "M8 2a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 8 2zM2.5 14.5c0-7 11-7 11 0"
_PATHS = {
    "chat": "M1.5 2.5h9v6H6L3.5 11V8.5h-2zM12 5.5h2.5v6H13V14l-2.5-2.5H7",
    "text": "M1.5 2.5h13V11H7l-3 3v-3H1.5zM4.5 5.5h7M4.5 8h5",
    "email": "M1.5 3.5h13v9h-13zM1.5 4 8 9l6.5-5",
    "letter": "M1.5 6.5 8 2l6.5 4.5v8h-13zM1.5 7 8 11l6.5-4",
    "parcel": "M2 5l6-3 6 3v6.5L8 14.5l-6-3zM2 5l6 3 6-3M8 8v6.5",
    "app": "M4.5 1.5h7v13h-7zM7 12.5h2",
    "video": "M1.5 4h9v8h-9zM10.5 7l4-2.5v7l-4-2.5z",
    "phone": "M4 1.5 6.2 5 4.6 6.6c1 2 2.8 3.8 4.8 4.8L11 9.8l3.5 2.2v2.5C7.5 15 1 8.5 1.5 1.5z",
    "screen": "M2 2.5h12v8H2zM8 10.5V14M4.5 14h7",
    "web": "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13",
    "home": "M1.5 8 8 2.5 14.5 8M3.5 7v7h9V7M6.5 14v-4h3v4",
    "shop": "M2.5 7v7h11V7M1.5 7 3 2h10l1.5 5zM6.5 14v-4h3v4",
    "paper": "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.8 8h4.4M5.8 11h4.4",
    "sign": "M8 1.5v13M3 3.5h8l2.5 2-2.5 2H3z",
    "word": "M1.5 2.5h13V11H7l-3 3v-3H1.5z",
    "person": _PERSON,
}
_CALLED = {
    "chat": "chat messenger whatsapp livechat 聊天",
    "text": "sms text textnachricht mms 短信",
    "email": "email mail newsletter courriel correo 电子邮件 邮件",
    "letter": "letter brief post postal bill lettre carta courrier rechnung 信",
    "parcel": "parcel package paket colis paquete 包裹",
    "app": "app mobile handy application móvil 应用",
    "video": "video televisit telehealth",
    "phone": "phone telephone telefon call anruf hotline téléphone teléfono ivr 电话",
    "screen": "kiosk terminal screen display machine monitor automat borne tv",
    "web": "web website webseite site online internet portal browser page 网站 网页",
    "home": "home visit hausbesuch besuch visite visita",
    "shop": "shop store branch filiale laden geschäft boutique tienda counter schalter restaurant office 商店 门店",
    "paper": "paper form formular print poster leaflet flyer papier formulaire 表格",
    "sign": "sign signs signage wayfinding beschilderung wegweiser",
    "word": "word mouth mundpropaganda friends neighbours neighbors",
    "person": "person face desk staff agent personal empfang accueil clinic persönlich gespräch",
}


def sign_of(channel: str) -> Markup:
    """The sign of a channel by its name; empty where no word of it is known. It says nothing that the name does not."""
    kind = _kind(channel)
    return beside("cx-ico", f'<path d="{_PATHS[kind]}"/>', "0 0 16 16") if kind else Markup()


def _kind(channel: str) -> str:
    """The kind whose word comes first among the channel's own."""
    known, words = _words(), re.findall(r"\w+", channel.casefold().replace("e-mail", "email"))
    return next((known[word] for word in words if word in known), "")


@cache
def _words() -> dict[str, str]:
    return {word: kind for kind, words in _CALLED.items() for word in words.split()}
