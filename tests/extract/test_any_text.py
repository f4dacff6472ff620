"""No text at all raises, in any part of the pipeline: not in extraction, where a fault would be caught and reported."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.document import encode
from crosscheck.pipeline import check
from crosscheck.read import make_article
from crosscheck.settings import Settings

PIECES = st.sampled_from(
    """“ ” ‘ ’ " ' « » „ ( ) [ ] , . ; : ! ? … — – - / % $ € £ ° № # @ & * _ \n \n\n \r\n \t \u00a0 \u200b \u202e \ufeff \x00
    0 1 12 1,200 1.5 1.5.6 12/13/14 99:99 25:61 31.02 0000 1e9 999999999999999999999999 ½ ¼ ² million billion crore dozen
    half percent per cent at least nearly more than between and to from up no not the a of in on by Monday Tuesday 31 February
    30 June 2024 2024-02-30 July 6-11 6 July last next week month year ago today tomorrow GMT EST noon p.m. late early two days
    later said told according to called “so” he she they who X Lin Jian Mr. Mrs. Dr. Jr. III O'Neill al- van der de Smith John
    Smith's Foreign Minister spokesman president of China Chinese U.S. UK NATO Reuters km north south-east mph magnitude 7.5
    killed injured died people men aged 44 year-old 44-year-old years old men, the 北京 Владимир é ё ß İ ﬁ 🔥 ١٢ Ⅻ ①""".split(
        " "
    )
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4)), min_size=1, max_size=60).map(" ".join)
STAMPS = st.sampled_from(
    [None, "2024-07-11", "2024-07-11T15:39:00+00:00", "0001-01-01", "9999-12-31", "2024-02-29", "soon"]
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(TEXTS, STAMPS), min_size=1, max_size=3), st.sampled_from(["source", "draft", "primary"]))
def test_no_text_raises(nlp, texts, role):
    articles = [
        make_article(text, path=f"{number}.txt", meta={"published": stamp, "role": "source" if number else role})
        for number, (text, stamp) in enumerate(texts)
    ]
    document = check(articles, settings=Settings(), workers=1)
    told = ("check the date", "check which", "yields no facts")  # dates at odds and another language are no faults
    assert [w for w in document.warnings if not w.endswith(told)] == []
    assert encode(document) == encode(check(articles, settings=Settings(), workers=1))
