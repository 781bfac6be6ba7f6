Extension: IhrpHandoffClockExtension
Id: ihrp-handoff-clock
Title: "Clock of a handoff"
Description: "Since when the next step of a handoff is waited for, when it is due and how many deadlines have passed. The server keeps it: what others send is overwritten. The search parameter next-step-due rests on it."
* insert ProfileMetadata
* insert ExtensionContext(Task)
* extension contains
    since 1..1 MS and
    due 0..1 MS and
    passed 1..1 MS
* extension[since] ^short = "Since when it is waited for"
* extension[since].value[x] 1..1
* extension[since].value[x] only dateTime
* extension[due] ^short = "When the next step is due; absent when every deadline has passed"
* extension[due].value[x] 1..1
* extension[due].value[x] only dateTime
* extension[passed] ^short = "How many deadlines have passed"
* extension[passed].value[x] 1..1
* extension[passed].value[x] only unsignedInt
