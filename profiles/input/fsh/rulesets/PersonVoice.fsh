RuleSet: PersonVoice
* extension contains
    IhrpPersonAmendmentExtension named personAmendment 0..* MS and
    IhrpShareableExtension named shareable 0..1 MS
* extension[personAmendment] ^short = "The person's correction, disagreement or addition; it travels with this record"
* extension[shareable] ^short = "True when the person has agreed that this may leave the team"
