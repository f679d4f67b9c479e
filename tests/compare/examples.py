"""An edit for each kind of change."""

from __future__ import annotations

from compare.states import FILES, JOURNEY, Edit

T, LEAVE = "journeys/ticket.yml", "journeys/leave.yml"
M, ORG, SEG, TOUCH, TECH, STRAT = (
    "metrics/metrics.yml",
    *(f"journeys/{name}.yml" for name in ("organisation", "segments", "touchpoints", "technology", "strategy")),
)
PRICE = "      - {id: price, name: Sees the price, emotion: -0.5, effort: {time: 2min}}\n"
SPEED = "  - {id: speed, name: It is quick, metric: minutes, target: 5min}\n"
EASE_GOAL = "  - {id: ease, name: It is easy, metric: ease, target: 80%, by: 2027-06}\n"
FEE = "  - {id: fee, name: A fee nobody expects, steps: [card], severity: low}\n"
PAY = JOURNEY[JOURNEY.index("  - id: pay\n") : JOURNEY.index("hotspots:")]
ACTION = JOURNEY[JOURNEY.index("actions:\n") : JOURNEY.index("target:\n")]
TARGET = JOURNEY[JOURNEY.index("target:\n") :]
TEA, SEAT = (f"    - {{add: {name}, name: Gets a {name}, after: ask}}\n" for name in ("tea", "seat"))
STAGES = "  - {id: looking, name: Looking}\n"

EXAMPLES: dict[str, tuple[Edit, ...]] = {
    "ability": ((TECH, "now: 1", "now: 2"),),
    "action-added": (
        (T, "target:\n  finding", "  - {id: rain-plan, name: A plan for rain, addresses: [fee]}\ntarget:\n  finding"),
    ),
    "action-aim": ((T, "expects: [{metric: ease, value: 70%}]", "expects: [{metric: ease, value: 66%}]"),),
    "action-date": ((T, "due: 2026-10", "due: 2027-01"),),
    "action-pilot": ((T, "    pilots: [{segment: commuters, since: 2026-05-01}]\n", ""),),
    "action-plan": ((T, "    ease: 3\n", "    ease: 2\n"),),
    "action-removed": ((T, ACTION, ""), (T, ", carried_by: second-desk", "")),
    "action-risk": ((T, "    risk: No staff\n", ""),),
    "action-status": ((T, "    status: in-progress\n", "    shipped: 2026-09-30\n"),),
    "addresses": ((T, "addresses: [queue], proposed_by", "addresses: [queue, fee], proposed_by"),),
    "bounce": ((T, "share: 10%, to: drives", "share: 14%, to: drives"),),
    "carried": ((T, ", carried_by: second-desk", ""),),
    "cause": (
        (
            T,
            "root_cause: [One desk is open, Nobody plans for rain]",
            "root_cause: [One desk is open, Nobody looks ahead]",
        ),
    ),
    "changes-uncarried": ((T, ", carried_by: second-desk", ""),),
    "channel": ((T, "channel: web", "channel: counter"),),
    "coverage": (
        (M, "name: Mood, method: mean", "name: Mood, method: mean, source: mood.csv, journey: ticket"),
        ("metrics/mood.csv", "", "metric,period,step,mean,sd,n\nmood,2026-10,look,4.1,1,200\n"),
    ),
    "details": ((TOUCH, "channel: counter", "channel: web"),),
    "done-by": ((T, "done_by: bank", "done_by: [bank, finance]"),),
    "effort": ((T, "effort: {time: 12min, money: 0}", "effort: {time: 4min, money: 0}"),),
    "elapsed": ((T, "elapsed: 1h", "elapsed: 2d"),),
    "emotion": ((T, "        emotion: -1\n", "        emotion: -0.2\n"),),
    "evidence": ((T, "        evidence: talks\n", ""),),
    "expected-effort": ((T, "effort: {time: 12min, money: 0}", "effort: {time: 4min, money: 0}"),),
    "feeling": ((T, "feeling: Curious", "feeling: Lost"),),
    "follows": ((T, ", follows: fast", ""),),
    "for-whom": ((T, "segments: commuters", "segments: [commuters, tourists]"),),
    "format-only": ((LEAVE, "name: Leave\n", "# As told in the workshop.\nname: Leave\n"),),
    "former-ids": ((T, "      - id: ask\n", "      - id: ask\n        formerly: desk-talk\n"),),
    "goal-date": ((T, "by: 2027-06", "by: 2027-12"),),
    "goal-removed": ((T, SPEED, ""),),
    "goal-scope": ((T, "metric: minutes, target: 5min", "metric: minutes, target: 5min, phase: pay"),),
    "goal-set": ((T, SPEED, SPEED + "  - {name: All get through, metric: through, target: 95%, by: 2027}\n"),),
    "goal-target": ((T, "target: 5min", "target: 7min"),),
    "hand-offs": ((T, "done_by: bank", "done_by: finance"),),
    "handoff": ((T, "loses: the answer", "loses: nothing"),),
    "hotspot-added": ((T, FEE, FEE + "  - {id: rain, name: Rain comes in, phases: [choose], severity: critical}\n"),),
    "hotspot-addressed": ((T, "    addresses: [queue]\n", ""),),
    "hotspot-category": ((T, "category: people", "category: process"),),
    "hotspot-cost": ((T, "cost: {each: 3}", "cost: {each: 4.50}"),),
    "hotspot-place": ((T, "steps: [ask]", "steps: [ask, look]"),),
    "hotspot-removed": ((T, FEE, ""),),
    "id-changed": ((T, "  - {id: fee,", "  - {id: card-fee, formerly: fee,"),),
    "journey-added": (
        (
            "journeys/lost.yml",
            "",
            "name: Lost and found\nowner: sales\nphases:\n  - {name: Ask, steps: [{name: Asks}]}\n",
        ),
    ),
    "journey-removed": ((LEAVE, "*", ""),),
    "journey-status": ((LEAVE, "owner: sales\n", "owner: sales\nstatus: draft\n"),),
    "links": ((T, "https://example.org/queue", "https://example.org/rain"),),
    "listed": ((TOUCH, "  - {id: counter,", "  - {id: phone, name: Telephone}\n  - {id: counter,"),),
    "measured-by": ((T, "metrics: [mood]", "metrics: [mood, minutes]"),),
    "metric-added": ((M, "  - {id: through", "  - {id: clerks, name: Clerks, method: count}\n  - {id: through"),),
    "metric-break": ((M, ", breaks: [{at: 2026-01, why: scale}]", ""),),
    "metric-definition": ((M, "scale: 1..5", "scale: 0..10"),),
    "metric-method": ((M, "name: Mood, method: mean", "name: Mood, method: median"),),
    "metric-removed": (
        (M, "  - {id: minutes, name: Minutes to a ticket, method: mean, better: down, unit: min}\n", ""),
        (T, SPEED, ""),
    ),
    "metric-source": ((M, "source: ease.csv", "source: through.csv"),),
    "moment-of-truth": ((T, "        moment_of_truth: true\n", ""),),
    "none-said": ((T, "        systems: till\n", "        systems: till\n        bounce: none\n"),),
    "nps-groups": ((T, "To hear about offers", "To hear nothing at all"),),
    "number": (("metrics/ease.csv", "ease,2026-10,660,1000", "ease,2026-10,690,1000"),),
    "order-only": ((T, FEE, ""), (T, "hotspots:\n", f"hotspots:\n{FEE}")),
    "own-field": ((T, "x-legal: none needed", "x-legal: asked"),),
    "owner": ((T, "owner: ann", "owner: bo"),),
    "phase-added": ((T, "phases:\n", "phases:\n  - {id: dream, name: Dream, steps: [{name: Sees an advert}]}\n"),),
    "phase-moved": ((T, PAY, ""), (T, "phases:\n", f"phases:\n{PAY}")),
    "phase-removed": ((T, PAY, ""), (T, FEE, ""), (T, "    - {remove: wait}\n", "")),
    "picture-redrawn": (("journeys/ticket/map.png", "the map of May", "the map of June"),),
    "pictures": ((T, "alt: A map", "alt: The map of all lines"),),
    "primary-goal": ((T, EASE_GOAL, ""), (T, SPEED, SPEED + EASE_GOAL)),
    "principle-added": ((STRAT, "life_cycle:", "  - {id: kind, name: Kind}\nlife_cycle:"),),
    "principle-removed": (
        (STRAT, "principles:\n  - {id: fast, name: Fast, summary: One minute is enough}\n", ""),
        (T, ", follows: fast", ""),
    ),
    "probably-renamed": ((LEAVE, "name: Tell us,", "name: Say goodbye,"),),
    "proposed": ((T, "proposed_by: desk", "proposed_by: bo"),),
    "quote": ((T, "text: Nobody was there.", "text: I gave up after ten minutes."),),
    "renamed": ((T, "    name: Pay\n", "    name: Settle up\n"),),
    "reviewed": ((T, "reviewed: 2026-08-01", "reviewed: 2026-11-20"),),
    "rewritten": ((T, "A map hangs beside the machines.", "There is no map since May."),),
    "rows-unread": (("metrics/old.csv", "", "metric,period,value\nnobody,2026-10,3\n"),),
    "shared": ((T, FEE, ""), ("journeys/hotspots.yml", "", f"hotspots:\n{FEE.replace('[card]', '[ticket/card]')}")),
    "settings": (("cxsite.yml", "currency: EUR\n", "currency: GBP\n"),),
    "severity": ((T, "severity: high", "severity: medium"),),
    "source": ((T, "sample: 40 people", "sample: 55 people"),),
    "stage-moved": (
        (STRAT, STAGES, ""),
        (STRAT, "  - {id: riding, name: Riding}\n", "  - {id: riding, name: Riding}\n" + STAGES),
    ),
    "step-added": ((T, PRICE, PRICE + "      - {id: doubt, name: Wonders about the fee, emotion: -1}\n"),),
    "step-moved": ((T, PRICE, ""), (T, "  - id: pay\n", f"{PRICE}  - id: pay\n")),
    "step-removed": ((T, PRICE, ""),),
    "systems": ((T, "        systems: till\n", ""),),
    "target-change-added": (
        (
            T,
            "    - {remove: wait}\n",
            "    - {remove: wait}\n    - {add: tap, name: Taps the card, after: price, what: No paper}\n",
        ),
    ),
    "target-change-removed": ((T, "    - {remove: wait}\n", ""),),
    "target-map-added": (("journeys/ticket/target-vision.yml", "", "finding: No tickets\nsteps: [{remove: card}]\n"),),
    "target-map-removed": ((T, TARGET, ""),),
    "target-order": ((T, TEA + SEAT, SEAT + TEA),),
    "target-place": ((T, "{change: ask, name", "{change: ask, phase: pay, name"),),
    "target-plan": ((T, "  status: agreed\n", "  status: option\n"),),
    "target-verb": ((T, "{remove: wait}", "{change: wait, name: Waits less}"),),
    "translated": (("journeys/ticket/lang/de.yml", "Vom Plan", "Vom ersten Blick"),),
    "unlisted": ((ORG, "  - {id: bo, name: Bo Chen, department: desk}\n", ""),),
    "unreadable": ((T, "phases:\n", "phases: [\n"),),
    "value-weights": (("journeys/value.yml", "emotion: 10", "emotion: 20"),),
    "values": ((STRAT, "values: [Be kind]", "values: [Be kind, Be quick]"),),
    "verdict": (("metrics/ease.csv", "ease,2026-10,605,1000", "ease,2026-10,760,1000"),),
    "volume": ((T, "volume: 24000", "volume: 26000"),),
    "way": ((T, "        share: 40%\n", "        share: 25%\n"),),
    "weakest-link": (("metrics/through.csv", "choose,900,1000", "choose,700,1000"),),
    "work-behind": ((T, "backstage: The clerk looks it up", "backstage: The clerk asks a colleague"),),
}
"""The edits of the small project by the kind of change that they make; most make nothing else."""

FOLDER = {("journeys/ticket/journey.yml" if name == T else name): text for name, text in FILES.items()}
BEFORE: dict[str, dict[str, str]] = {
    "translated": {**FOLDER, "journeys/ticket/lang/de.yml": "name: Karte kaufen\nsummary: Vom Plan bis zum Platz.\n"},
    "target-map-added": FOLDER,
    "target-order": {**FILES, T: JOURNEY.replace("    - {remove: wait}\n", TEA + SEAT)},
    "picture-redrawn": {**FILES, "journeys/ticket/map.png": "the map of May"},
    "verdict": {
        **FILES,
        T: JOURNEY.replace("    status: in-progress\n", "    shipped: 2026-09-30\n    judge: {window: 30d}\n"),
        "metrics/ease.csv": FILES["metrics/ease.csv"].replace("660", "605"),
    },
}
"""What stands there before, for the kinds that need something else."""
