Profile: IhrpHandoffTask
Parent: Task
Id: ihrp-handoff-task
Title: "Handoff task"
Description: "The task that both sides of a handoff work on, from requested to completed. A missed visit or a person not yet reached is a business status with an owner, never a failure."
* insert ProfileMetadata
* insert PersonVoice
* obeys tk-1 and tk-2 and tk-3 and tk-4 and tk-5
* extension contains
    IhrpConsentScopeExtension named consentScope 0..1 MS and
    IhrpHandoffClockExtension named clock 0..1 MS
* extension[clock] ^short = "When the next step is due; kept by the server"
* extension[consentScope] ^short = "The consent on which the handoff rests"
* identifier MS
* identifier ^short = "Identifiers of both sides"
* groupIdentifier MS
* partOf MS
* status MS
* statusReason MS
* businessStatus MS
* businessStatus from IhrpHandoffBusinessStatusValues (extensible)
* intent MS
* intent = #order
* code 1..1 MS
* code = $taskCode#fulfill
* description MS
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* for 1..1 MS
* for only Reference(Patient)
* executionPeriod MS
* authoredOn MS
* lastModified MS
* requester 1..1 MS
* requester ^short = "The organisation that asks; this server takes no other party for a side"
* owner MS
* owner ^short = "The organisation that takes over; named from 'received' on"
* executionPeriod ^short = "When the first visit is; what the requesting side wants stands in restriction.period"
* reasonCode MS
* restriction MS
* restriction.period MS
* note MS
* input MS
* input ^slicing.discriminator.type = #pattern
* input ^slicing.discriminator.path = "type"
* input ^slicing.rules = #open
* input contains
    document 0..* MS and
    consent 0..* MS
* input[document].type = $handoffPart#document
* input[document].value[x] only Reference(DocumentReference or Bundle)
* input[document] ^short = "The document that carries the plan"
* input[consent].type = $handoffPart#consent
* input[consent].value[x] only Reference(Consent or DocumentReference)
* input[consent] ^short = "The consent on which the handoff rests"
* output MS
* output ^slicing.discriminator.type = #pattern
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #open
* output contains
    firstVisit 0..* MS and
    outcome 0..* MS and
    feedback 0..* MS
* output[firstVisit].type = $handoffPart#first-visit
* output[firstVisit].value[x] only Reference(Appointment or Encounter)
* output[firstVisit] ^short = "The first visit"
* output[outcome].type = $handoffPart#outcome
* output[outcome] ^short = "What came of it"
* output[feedback].type = $handoffPart#feedback
* output[feedback] ^short = "What the receiving side tells the sending side"
