"""What is true of the data: the tables in reading order, and the views that most readers use."""

from schema.base import APPLICATION_ID, Base
from schema.basis import (
    AboutFile,
    Comparison,
    Evidence,
    IdentityJudgement,
    Issue,
    Load,
    Maker,
    RetiredId,
    TableDigest,
)
from schema.claims import (
    Figure,
    FigurePassage,
    FigurePlace,
    FigureRelation,
    Measure,
    Proposition,
    ReadingRule,
    Statement,
    StatementPassage,
)
from schema.events import (
    Event,
    EventDetail,
    EventParticipant,
    EventPlace,
    EventRelation,
    EventReport,
    EventType,
)
from schema.parties import Group, Organisation, Party, PartyName, Person, PersonAttribute
from schema.places import Place, PlaceClaim, PlaceName, PlaceRelation
from schema.text import (
    Article,
    ArticleAuthor,
    ArticleDate,
    ArticleRelation,
    ArticleShingle,
    ArticleTopic,
    Mention,
    Paragraph,
    ParagraphRelation,
    Passage,
    Repair,
    TimeExpression,
)

TABLES: tuple[type[Base], ...] = (
    *(Article, Person, Place, Figure, Event),
    *(ArticleAuthor, ArticleDate, ArticleTopic, ArticleRelation, ArticleShingle),
    *(Paragraph, ParagraphRelation, Repair, Passage, Mention, TimeExpression),
    *(Party, Organisation, Group, PartyName, PersonAttribute, IdentityJudgement),
    *(PlaceName, PlaceRelation, PlaceClaim),
    *(
        Statement,
        StatementPassage,
        Proposition,
        ReadingRule,
        Measure,
        FigurePassage,
        FigurePlace,
        FigureRelation,
    ),
    *(EventType, EventReport, EventParticipant, EventPlace, EventDetail, EventRelation),
    *(Evidence, Comparison, Issue, RetiredId, Maker, Load, AboutFile, TableDigest),
)

__all__ = ["APPLICATION_ID", "TABLES", "Base"]
