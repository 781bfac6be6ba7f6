Profile: IhrpOverdoseEvent
Parent: Observation
Id: ihrp-overdose-event
Title: "Overdose event"
Description: "An overdose that happened: when, with what, meant or not, who was there, whether naloxone was given. It is history that protects, never a mark against the person."
* insert PersonObservation
* code = $observation#overdose-event
* effective[x] 1..1
* value[x] MS
* insert ComponentSlicing
* component contains
    substance 0..* MS and
    intent 0..1 MS and
    naloxoneGiven 0..1 MS and
    naloxoneDoses 0..1 MS and
    witnessed 0..1 MS and
    emergencyCalled 0..1 MS
* insert SubstanceComponent
* insert CodedComponent(intent, $part#intent, IhrpOverdoseIntentValues, [["Not intended, intended or unclear"]])
* insert YesNoComponent(naloxoneGiven, $part#naloxone-given, "Whether naloxone was given")
* component[naloxoneDoses].code = $part#naloxone-doses
* component[naloxoneDoses].value[x] only integer
* component[naloxoneDoses] ^short = "How many doses of naloxone"
* insert YesNoComponent(witnessed, $part#witnessed, "Whether somebody was there")
* insert YesNoComponent(emergencyCalled, $part#emergency-called, "Whether an emergency service was called")
