"""What a heading, or the HXL tag under it, says about its column, in English, French or Spanish."""

import re
import unicodedata

from analysis.caches import cached_by_text
from analysis.reading.dates import fold

ROLES = ("country", "start", "end", "period", "status", "activity", "region", "title", "id")

# Each term with how plainly it names its role, from 0 to 1; words further down only where nothing plainer stands.
_TERMS = {
    "country": {
        1.0: "country|countries|pays|pais|paises|country territory|country name|recipient country|beneficiary country"
        "|pays beneficiaire|pais beneficiario|affected country|host country|pays d intervention|country of operation"
        "|country or territory|iso3|country code|countries and territories|country of intervention|nation|nations",
        0.6: "location|locations|territory|territories|territoire|territoires|territorio|territorios|admin0|adm0"
        "|admin 0"
        "|iso2|iso|m49|place|lieu|lugar|localisation|ubicacion|where|ou|donde|geography|area of operation",
    },
    "start": {
        1.0: "start|started|starts|begin|began|begins|beginning|debut|inicio|comienzo|commencement|date from|from date"
        "|opened|opening|ouverture|apertura|launch|launched|lancement|lanzamiento|since|depuis|desde|first year"
        "|inicial|date de demarrage|demarrage",
        0.6: "from|de|du|established|creation of mission|approval|approved|effective|effectiveness|signing|signature"
        "|aprobacion|approbation|declared|deployed|establishment",
        0.3: "date|fecha|year|annee|ano",
    },
    "end": {
        1.0: "end|ended|ends|ending|fin|final|finish|finished|finishes|closing|closed on|close|closure|cloture"
        "|fermeture"
        "|cierre|clausura|finalizacion|finalisation|termino|terminacion|terminated|termination|completion|completed"
        "|achevement|conclusion|until|hasta|jusqu au|date to|to date of|expiry|expiration|vencimiento|last year"
        "|culminacion|closed|ultimo ano",
        0.6: "to|au|a|al|withdrawn|withdrawal",
    },
    "period": {
        1.0: "period|periode|periodo|dates|time frame|timeframe|period of operation|period of implementation",
        0.4: "date|fecha",
        0.7: "years|annees|anos|year|annee|ano|duration|duree|duracion|when|quand|cuando|fechas|gestion",
    },
    "status": {
        1.0: "status|statut|statuts|estado|estatus|etat|activity status|project status|situation|situacion",
        0.5: "stage|phase|fase|etape|etapa|state|avancement|etat d avancement|progress|active|activo|actif|open",
    },
    "activity": {
        1.0: "activity area|activity areas|activity|activities|activite|activites|actividad|actividades|sector|sectors"
        "|secteur|secteurs|sectores|cluster|clusters|area of activity|areas of activity|domaine d activite|grappe"
        "|area de actividad|domaine d intervention|area de intervencion|secteur d intervention|programme area"
        "|area of intervention|areas of work|area of work|thematic area|sector cluster|major sector",
        0.8: "area|areas|theme|themes|thematique|tema|temas|thematic|domaine|domaines|domain|subsector|sub sector"
        "|sous secteur|subcluster|sub cluster|subsectores|subsector|intervention|interventions|intervencion|services"
        "|ambito|rubro|mjsector|focus|what|quoi|activity type|type of activity|type d activite|tipo de actividad",
        0.55: "category|categories|categorie|categoria|categorias|programme|program|component|service|purpose",
        0.5: "type|types|tipo|tipos|dtype|disaster type|hazard|modality|modalite|modalidad|crisis type|kind",
    },
    "region": {
        1.0: "region|regions|regiones|region name|world region|area geografica|zone geographique|region geographique",
        0.7: "subregion|sub region|sous region|continent|continente|regional office|zone|zona|bureau regional",
        0.4: "admin1|adm1|admin 1|province|state|departement|departamento|provincia",
    },
    "title": {
        1.0: "title|titre|titulo|intitule|project name|mission name|project title|operation name|nom du projet"
        "|titre du projet|nombre del proyecto|titulo del proyecto|activity title|activity name|nom de la mission"
        "|nombre de la mision|nom de l operation|nombre de la operacion|programme name",
        0.7: "name|nom|nombre|mission|operation|operacion|project|projet|proyecto|appeal|appel|event|plan|mision",
        0.4: "description|descripcion|emergency|crisis|objective|summary|label|plan version",
    },
    "id": {
        1.0: "id|identifier|identifiant|identificador|project id|operation id|project code|operation code|reference"
        "|code projet|code du projet|codigo|codigo del proyecto|numero de projet|iati identifier|project number"
        "|mission id",
        0.6: "code|ref|number|numero|no|nr|acronym|acronyme|acronimo|sigle|sigla|siglas|key|uuid|appeal code",
    },
}
# Words that turn a heading into something else, whatever it says besides.
_AGAINST = {
    "country": "donor|donors|donante|donantes|bailleur|bailleurs|funder|funding|origin|origine|origen|nationality"
    "|society"
    "|organisation|organization|headquarters|headquarter|siege|sede|region|borrower|agency|agence|agencia|household"
    "|population|currency|type|record|fdrs|independent|deprecated|income|partner|asylum|residence|latitude|longitude",
    "start": "updated|update|modified|created|reporting|entry|publication|published|upload|uploaded|time|number"
    "|cost|end",
    "end": "updated|update|modified|created|reporting|entry|publication|published|number|cost|user|users|amount|start"
    "|beneficiaries|beneficiary|status|reason|population",
    "period": "reporting|report|budget|fiscal|updated|start|end|debut|fin|inicio",
    "status": "marital|legal|migration|displacement|funding|payment|security|id|united|date|fecha",
    "activity": "date|fecha|status|statut|estado|title|titre|titulo|id|identifier|number|budget|url|link|description"
    "|percentage|percent|start|end|cost|country|region|record",
    "region": "id|code|office id|date",
    "title": "country|organisation|organization|agency|donor|contact|person|society|sector|region|partner|first|last"
    "|pays|pais|file|sheet|status|date|type|display|code|id",
    "id": "country|pays|pais|iso|iso2|iso3|sector|region|status|postal|pcode|adm1|adm2|admin1|admin2|type|p",
}
_HXL = [
    (r"#country\b.*", "country", 1.0),
    (r"#adm0\b.*|#geo\+country.*", "country", 0.9),
    (r"#date\b.*\+start.*|#date\+(?:approved|launch).*", "start", 1.0),
    (r"#date\b.*\+end.*", "end", 1.0),
    (r"#date\b.*\+(?:year|list|period|range).*|#period.*", "period", 0.7),
    (r"#date\b(?!.*(?:updated|reported|created|modified)).*", "start", 0.3),
    (r"#status\b.*", "status", 1.0),
    (r"#sector\b.*", "activity", 1.0),
    (r"#activity\b.*\+(?:type|area|sector|list).*|#subsector\b.*|#service\b.*", "activity", 0.8),
    (r"#(?:activity|response|operation|project|appeal|crisis|event)\b.*\+(?:name|title).*", "title", 1.0),
    (r"#(?:activity|response|operation|project|appeal|event)\b.*\+type.*", "activity", 0.5),
    (r"#meta\+id.*|#(?:activity|response|operation|project|appeal)\b.*\+(?:id|code).*", "id", 1.0),
    (r"#activity\b.*", "activity", 0.7),
    (r"#region\b.*", "region", 1.0),
    (r"#adm1\b.*", "region", 0.4),
]
# startyear and datefin are two words each.
_JOINED = re.compile(
    r"(?<=\bstart)(?=(?:year|date|month|day)\b)|(?<=\bend)(?=(?:year|date|month|day)\b)"
    r"|(?<=\bdate)(?=(?:start|end|debut|fin)\b)|(?<=\byear)(?=(?:start|end)\b)"
)
# Dates of something else than the operation.
_ASIDE = "disaster|crisis|emergency|onset|registration|fiscal|desastre|catastrophe"
_PLANNED = "planned|plan|prevu|prevue|prevista|previsto|estimated|estimee|expected|original|proposed|initial|scheduled"


@cached_by_text
def plain_heading(heading: str) -> str:
    """A heading as plain words: startDate, Start_date and country.start-date read alike."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", " ", unicodedata.normalize("NFC", heading))
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(parted)).split())
    return _JOINED.sub(" ", words)


def stem(heading: str) -> str:
    """A heading without the number it ends in: Sector 1 and Sector 2 are one family."""
    return re.sub(r"\s*\d{1,2}$", "", plain_heading(heading))


@cached_by_text
def heading_score(heading: str, role: str) -> float:
    """How plainly a heading names a role, from 0 to 1."""
    best = max(_term_score(plain_heading(heading), role), _term_score(stem(heading), role))
    words = f" {stem(heading)} "
    if best and speaks_against(heading, role):
        best -= 0.6
    if best and any(f" {word} " in words for word in _PLANNED.split("|")):
        best -= 0.1
    if best and role in ("start", "end") and any(f" {word} " in words for word in _ASIDE.split("|")):
        best -= 0.2
    return max(0.0, round(best, 3))


def _term_score(plain: str, role: str) -> float:
    found = [weight * (1.0 if plain == term else 0.85) for weight, term in _terms(role) if f" {term} " in f" {plain} "]
    return max(found, default=0.0)


def speaks_against(heading: str, role: str) -> bool:
    """Whether a word in a heading says that its column is not what the role asks for."""
    plain = stem(heading)
    return any(f" {word} " in f" {plain} " and plain != word for word in _AGAINST[role].split("|"))


def tag_score(tag: str, role: str) -> float:
    """How plainly an HXL tag names a role, from 0 to 1."""
    tag = re.sub(r"\s+", "", tag.lower())
    return next((weight for form, named, weight in _HXL if re.fullmatch(form, tag) and named == role), 0.0)


def is_planned(heading: str, tag: str = "") -> bool:
    """Whether a heading says that its dates are plans."""
    return bool(re.search(rf"\b(?:{_PLANNED})\b", plain_heading(heading)) or "planned" in tag)


def is_heading(text: str) -> bool:
    """Whether a text alone could be a heading that some role knows."""
    return len(text) < 80 and any(heading_score(text, role) >= 0.5 for role in ROLES)


@cached_by_text
def _terms(role: str) -> list[tuple[float, str]]:
    return [(weight, term) for weight, terms in _TERMS[role].items() for term in terms.split("|")]
