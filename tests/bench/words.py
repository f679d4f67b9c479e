"""Words for generated portfolios: names of things, and texts of any length, some beyond ASCII."""

from __future__ import annotations

from random import Random

VERBS = (
    "Join", "Renew", "Cancel", "Compare", "Move", "Return", "Repair", "Upgrade", "Share", "Insure",
    "Book", "Change", "Claim", "Collect", "Dispute", "Extend", "Finance", "Install", "Lend", "Order",
    "Pause", "Pay for", "Plan", "Register", "Replace", "Report", "Restart", "Sell", "Track", "Transfer",
)  # fmt: skip
OBJECTS = (
    "a broadband line", "a parking permit", "a library card", "a season ticket", "a mortgage", "a heat pump",
    "a phone contract", "a school place", "a delivery slot", "a hire car", "a pension", "a gift card",
    "a clinic visit", "a boiler", "a current account", "a travel visa", "a gym membership", "a solar roof",
    "a water meter", "a business rate", "a student loan", "a credit card", "a moving van", "a garden lease",
    "a museum pass", "a repair warranty", "a night train", "a café table", "a Führerschein", "a crèche place",
    "a señalética permit", "a Żabka parcel", "an allotment", "an energy tariff",
)  # fmt: skip
PHASES = ("Discover", "Choose", "Order", "Wait", "Start", "Use", "Pay", "Get help", "Renew or leave")
STEPS = (
    "Hears about it from a neighbour", "Looks for the price", "Compares two offers", "Reads the small print",
    "Asks a question in the chat", "Rings because the page does not say", "Fills in the form", "Uploads a document",
    "Proves the address", "Gets a reference number", "Waits for an answer", "Chases for a date",
    "Is told that the date has moved", "Takes half a day off", "Meets the person who comes", "Signs on a small screen",
    "Tries it for the first time", "Cannot find the password", "Sets up the app", "Finds a mistake in the data",
    "Explains the same thing a second time", "Is passed on to another desk", "Gets the first bill",
    "Rings about the first bill", "Pays", "Asks for a refund", "Waits for the refund", "Tells a friend",
    "Is asked how it went", "Gets a reminder", "Checks whether it still fits", "Is offered a longer term",
    "Thinks about leaving", "Changes the plan", "Closes the account", "Receives a letter nobody understands",
    "Compares the promise with what came", "Opens the parcel", "Looks for the manual", "Gets a call at dinner time",
)  # fmt: skip
FEELINGS = ("Angry", "Ignored", "Uneasy", "Unsure", "Neutral", "Curious", "Hopeful", "Relieved", "Confident", "Proud")
PAINS = (
    "Nobody owns the date", "The form asks what we know already", "The answer depends on the desk",
    "The bill cannot be read", "A mistake has to be proved by post", "The waiting time is not shown",
    "Two systems hold two addresses", "The reason for a refusal is not given", "A call costs the customer money",
    "The reminder comes after the deadline", "An expert is needed for a small change", "Nobody calls back",
    "The price on the page is not the price on the bill", "A hand-over loses the notes",
)  # fmt: skip
DEEDS = (
    "Show the date while ordering", "Give one desk the whole case", "Explain the bill before it is sent",
    "Fill in what we know already", "Give advisers a limit of their own", "Say the reason with the refusal",
    "Call back within a day", "Put the notes into the job sheet", "Test unasked after ten days",
    "Make the reminder early and plain", "Let people change the plan themselves", "Publish the waiting time",
)  # fmt: skip
_SENTENCES = (
    "Most customers do not know what comes next.",
    "It takes three letters, and each of them says something else.",
    "The desk that answers is not the desk that decides.",
    "Half of the calls in this week were about a date, not about the product.",
    "Die Unterlagen müssen zweimal geschickt werden, weil niemand weiß, wo sie liegen.",
    "On attend une réponse, puis on rappelle, et l’on recommence depuis le début.",
    "Nadie explicó por qué costó más de lo que decía la página.",
    "Klient czeka dwa tygodnie i nie wie, na co.",
    "予定日が変わったことを当日まで知らされない。",
    "Η ημερομηνία αλλάζει χωρίς προειδοποίηση.",
    "The staff know it, and have a list of their own for such cases.",
    "A rule from 2014 is behind it; its owner has left, and nobody has asked since.",
    "What is measured is the length of a call, so calls are short and there are many.",
    "It works well for those who know whom to ask.",
    "“Up to” is the most expensive pair of words on the page.",
)
_QUOTES = (
    "I rang three times and explained it three times.",
    "It was quicker than I thought.",
    "Nobody could tell me when, so I stayed at home for two days.",
    "Ich habe das Formular zweimal ausgefüllt, und beim zweiten Mal war es ein anderes.",
    "J’ai attendu tout l’après-midi — personne n’est venu.",
    "The letter said one thing and the page another; I believed the letter.",
    "They kept the date.",
    "说好的日期又改了。",
    "I only wanted to know whether it had arrived.",
    "In the end a kind person sorted it out in two minutes, which made me wonder about the two weeks before.",
)


def text(random: Random, least: int = 1, most: int = 4) -> str:
    """A text of so many sentences."""
    return " ".join(random.sample(_SENTENCES, random.randint(least, most)))


def quote(random: Random) -> str:
    """What a customer said."""
    return " ".join(random.sample(_QUOTES, random.choice((1, 1, 1, 2))))


def title(index: int) -> str:
    """What the journey with this number is called: no two of the first 1,020 are alike, later ones are numbered."""
    verb, turn = VERBS[index % len(VERBS)], index // len(VERBS)
    name = f"{verb} {OBJECTS[(31 * turn + index % len(VERBS)) % len(OBJECTS)]}"
    return name if turn < len(OBJECTS) else f"{name} ({turn // len(OBJECTS) + 1})"
