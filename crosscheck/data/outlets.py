"""Which outlets are one house: one newsroom under several names or addresses makes one independent source.

Only newsrooms that share their copy stand here, not all that one owner has: the papers of a chain report by themselves.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from crosscheck.model import Article

# the house, and the names and domains under which it publishes
_HOUSES = {
    "abc news": "abcnews.go.com abcnews.com",
    "associated press": "ap; the associated press; apnews.com ap.org",
    "agence france-presse": "afp; agence france presse; afp.com",
    "bbc": "bbc news; bbc sport; bbc online; bbc.co.uk bbc.com",
    "bloomberg": "bloomberg news; bloomberg.com bnnbloomberg.ca",
    "cbs": "cbs news; cbsnews.com",
    "cnn": "cnn international; cnn.com edition.cnn.com cnn.io",
    "daily mail": "mail online; mailonline; the mail on sunday; dailymail.co.uk mailonsunday.co.uk dailymail.com",
    "daily mirror": "the mirror; sunday mirror; mirror.co.uk themirror.com",
    "daily telegraph": "the daily telegraph; the sunday telegraph; the telegraph; telegraph.co.uk",
    "deutsche presse-agentur": "dpa; dpa international; dpa.com",
    "deutsche welle": "dw; dw.com",
    "express": "daily express; sunday express; express.co.uk",
    "financial times": "ft; the financial times; ft.com",
    "fox news": "fox; foxnews.com",
    "guardian": "the guardian; the observer; guardian unlimited; theguardian.com guardian.co.uk",
    "huffpost": "the huffington post; huffington post; huffpost.com huffingtonpost.com huffingtonpost.co.uk",
    "independent": "the independent; independent on sunday; independent.co.uk the-independent.com",
    "msnbc": "ms now; msnbc.com",
    "nbc": "nbc news; nbcnews.com",
    "new york times": "the new york times; nyt; nytimes.com",
    "press association": "pa; pa media; pa news; pamediagroup.com",
    "reuters": "thomson reuters; reuters.com uk.reuters.com",
    "sky news": "sky; news.sky.com",
    "sun": "the sun; the sun on sunday; thesun.co.uk the-sun.com thescottishsun.co.uk",
    "times": "the times; the sunday times; thetimes.co.uk thetimes.com timesonline.co.uk",
    "united press international": "upi; upi.com",
    "usa today": "usatoday.com",
    "wall street journal": "the wall street journal; wsj; wsj.com",
    "washington post": "the washington post; washingtonpost.com",
    "xinhua": "xinhua news agency; xinhuanet; xinhuanet.com news.cn",
}
_OF = {
    name: house
    for house, others in _HOUSES.items()
    for part in [house, *others.split(";")]
    for name in ([part.strip()] if "." not in part else part.split())
}
_SUBDOMAINS = ("www.", "m.", "amp.", "edition.", "mobile.")


def outlet(article: Article) -> str:
    """The house that published an article, by its publisher, else its address; "" where neither is known."""
    return _house(article.publisher or "", article.url or "")


@lru_cache(maxsize=4_096)
def _house(publisher: str, url: str) -> str:
    name = " ".join(publisher.casefold().split())
    if not name and url:
        name = urlsplit(url).hostname or "" if "://" in url else ""
    for prefix in _SUBDOMAINS:
        name = name.removeprefix(prefix)
    return _OF.get(name, name)
