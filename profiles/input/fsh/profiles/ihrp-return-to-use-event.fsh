Profile: IhrpReturnToUseEvent
Parent: Observation
Id: ihrp-return-to-use-event
Title: "Return-to-use event"
Description: "Use after a time without it, as something that happened: when, in which context, what it meant and what helped. By itself it changes neither a goal's status nor an episode's nor the person's standing."
* insert PersonObservation
* code = $observation#return-to-use-event
* value[x] MS
* insert ComponentSlicing
* component contains
    substance 0..* MS and
    context 0..* MS and
    meaning 0..* MS and
    whatHelped 0..* MS
* insert SubstanceComponent
* insert WordsComponent(context, $part#context, "What was going on")
* component[meaning].code = $part#meaning
* component[meaning].value[x] only CodeableConcept or string
* component[meaning].valueCodeableConcept from IhrpUseMeaningValues (extensible)
* component[meaning] ^short = "What use meant or did for the person"
* insert WordsComponent(whatHelped, $part#what-helped, "What helped")
