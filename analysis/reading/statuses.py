"""Words and codes for how an operation stands: ongoing, closed, planned or cancelled."""

import re

from analysis.caches import cached_by_text
from analysis.reading.dates import fold

_WORDS = {
    "ongoing": "ongoing|on going|active|activa|activo|actif|active operation|current|currently|open|opened"
    "|in progress|running"
    "|under implementation|implementation|implementing|being implemented|underway|under way|operational|continuing"
    "|started|live|en cours|en cours d execution|en cours de mise en oeuvre|en execution|en oeuvre|ouvert|ouverte"
    "|actuel|actuelle|en curso|en ejecucion|en marcha|en implementacion|en proceso|en progreso|vigente|abierto"
    "|abierta|actual"
    "|disbursing|extended|prolonge|prolongee|present|ongoing extended|in implementation|suspended|suspendu|suspendue"
    "|suspendido|suspendida|on hold|finalisation|finalization",
    "closed": "closed|close|complete|completed|completion|finished|ended|end|done|past|terminated|expired|inactive"
    "|concluded|with an unknown end|unknown end|end unknown"
    "|finalised|finalized|archived|post completion|closed out|phased out|withdrawn|delivered|executed|historical"
    "|cloture|cloturee|clos|close|ferme|fermee|termine|terminee|acheve|achevee|fini|finie|conclu|conclue|realise"
    "|realisee"
    "|inactif|passe|complete|cerrado|cerrada|finalizado|finalizada|terminado|terminada|concluido|concluida|completado"
    "|completada|culminado|culminada|ejecutado|ejecutada|clausurado|inactivo|realizado|realizada|pasado|completo"
    "|completa",
    "planned": "planned|pipeline|proposed|identification|pipeline identification|approved|not started"
    "|not yet started|upcoming"
    "|future|prepared|in preparation|preparation|forecast|draft|pledged|prevu|prevue|planifie|planifiee|propose"
    "|proposee"
    "|a venir|en preparation|non demarre|planificado|planificada|previsto|prevista|propuesto|programado|programada"
    "|por iniciar|no iniciado|no iniciada|en preparacion|futuro|aprobado|approuve",
    "cancelled": "cancelled|canceled|dropped|rejected|abandoned|void|annule|annulee|abandonne|cancelado|cancelada"
    "|anulado"
    "|anulada|rechazado",
}
_STATUS = {word: status for status, words in _WORDS.items() for word in words.split("|")}
# IATI's code list ActivityStatus: pipeline, implementation, finalisation, closed, cancelled, suspended.
_IATI = {"1": "planned", "2": "ongoing", "3": "ongoing", "4": "closed", "5": "cancelled", "6": "ongoing"}


@cached_by_text
def read_status(printed: str) -> str:
    """ongoing, closed, planned, cancelled, or "" for a word that is none of them."""
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(printed)).split())
    plain = re.sub(r"^(?:\d{1,2}|status|project|activity|projet|proyecto) ", "", plain)
    return _STATUS.get(plain, "")


def read_statuses(texts: list[str]) -> list[str]:
    """The status of each of a column's different texts; digits are IATI's codes where all of them are such."""
    filled = [text.strip() for text in texts if text.strip()]
    if filled and all(text in _IATI for text in filled):
        return [_IATI.get(text.strip(), "") for text in texts]
    return [read_status(text) for text in texts]
