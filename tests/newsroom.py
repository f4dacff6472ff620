"""Small streams of news for tests: invented events, several short articles each, in any number of places and days."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.read import make_article

PLACES = (
    ("Harrowgate Ferry", "Ilse Tarnow", "Orrin"), ("Port Velmar", "Dario Kessling", "Velmar"),
    ("Lower Quennel", "Maud Ashgrove", "Quennel"), ("Brantholm", "Tobias Wray", "Lund"),
    ("Castel Nerio", "Giulia Fontan", "Nerio"), ("Ostrava Heights", "Petr Malinek", "Oder"),
    ("Chicago", "Walter Brandis", "Calumet"),
)  # fmt: skip
LEADERS = ("Bea Lomax", "Henk Oudman", "Roza Idris", "Callum Feeney", "Sara Quist", "Ivo Branek", "Nora Whitlam")

FIRE = (
    "{toll} die as fire destroys warehouse in {place}\n\nFirefighters in {place} worked through the night after a blaze "
    "tore through a furniture warehouse beside the river {river}. Fire chief {chief} said {toll} people had died.\n",
    "{place} warehouse blaze kills {toll}\n\nThe roof of the furniture warehouse on the river {river} came down within "
    "an hour, {chief}, who leads the fire service of {place}, told reporters. At least {toll} people were killed.\n",
    "Warehouse fire in {place}: owner questioned\n\nDetectives questioned the owner of the furniture warehouse in "
    "{place} where {toll} people lost their lives. {chief} said the sprinklers beside the river {river} were dry.\n",
)
# what else happens in the same places: other people, another company, another street
STRIKE = (
    "Bus drivers in {place} walk out over pay\n\nDrivers of Tallis Coaches began a strike in {place} on Monday, and the "
    "depot in Marlowe Road stayed shut. Union secretary {leader} said drivers wanted 7 percent more pay and shorter "
    "shifts after two years without a rise. Pupils walked to school, and the clinic moved its appointments.\n",
    "Strike at Tallis Coaches strands commuters\n\nThousands of commuters in {place} were stranded as drivers of Tallis "
    "Coaches picketed the depot in Marlowe Road. The union's {leader} said the offer fell short of the 7 percent that "
    "drivers had asked for, and that shifts of eleven hours were unsafe.\n",
    "Talks fail in dispute at Tallis Coaches\n\nTalks between Tallis Coaches and the drivers' union broke down in "
    "{place}. {leader} blamed the company, which had offered half of the 7 percent and would not discuss shifts. "
    "Pickets will stay in Marlowe Road.\n",
)


def event(number: int, *, day: str | None = "2024-03-04", texts=FIRE, folder: str | None = None, toll: int = 9):
    """The articles of one event in one place, a day apart; ``number`` chooses the place."""
    place, chief, river = PLACES[number % len(PLACES)]
    leader = LEADERS[number % len(PLACES)]
    name = folder or f"{'fire' if texts is FIRE else 'strike'}-{number}"
    found = []
    for at, text in enumerate(texts):
        published = (date.fromisoformat(day) + timedelta(days=at)).isoformat() if day else None
        filled = text.format(place=place, chief=chief, river=river, leader=leader, toll=toll + number)
        found.append(make_article(filled, path=f"{name}/{at + 1}.txt", meta={"published": published}))
    return found


def write(articles, folder) -> None:
    """Articles as files with their manifests."""
    import json

    rows: dict[str, list[dict]] = {}
    for article in articles:
        path = folder / article.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text)
        rows.setdefault(str(path.parent), []).append({"file": path.name, "published": article.published})
    for place, manifest in rows.items():
        (folder / place / "manifest.json").write_text(json.dumps(manifest))
