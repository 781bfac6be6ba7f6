Profile: IhrpHandoffComposition
Parent: Composition
Id: ihrp-handoff-composition
Title: "Handoff document"
Description: "The document that carries a plan from one place of care to the next. Each section has entries or says why there are none, so that silence never stands for nothing known. The last dose given comes from an administration; where it is unknown the medicines section says why."
* insert ProfileMetadata
* obeys hc-1 and hc-2
* extension contains
    IhrpConsentScopeExtension named consentScope 0..1 MS and
    IhrpRedisclosureNoticeExtension named notice 0..1 MS
* extension[consentScope] ^short = "The consent on which the document rests, where it rests on one"
* extension[notice] ^short = "The notice that travels with what rests on consent"
* identifier MS
* status MS
* type MS
* type = $loinc#18761-7
* category MS
* subject 1..1 MS
* subject only Reference(Patient)
* encounter MS
* date MS
* author MS
* title MS
* confidentiality MS
* attester MS
* custodian 1..1 MS
* relatesTo MS
* event MS
* section 1..* MS
* section ^slicing.discriminator.type = #pattern
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #open
* section.text MS
* insert HandoffSection(reason, reason, 0..1)
* insert HandoffSection(useAndWithdrawal, use-and-withdrawal, 1..1)
* insert HandoffSection(stageAndMeaning, stage-and-meaning, 0..1)
* insert HandoffSection(goals, goals-and-harm-reduction, 1..1)
* insert HandoffSection(medicines, medicines, 1..1)
* insert HandoffSection(safety, safety, 1..1)
* insert HandoffSection(returnToUsePlan, return-to-use-plan, 0..1)
* insert HandoffSection(services, services, 0..1)
* insert HandoffSection(conditions, conditions-and-allergies, 0..1)
* insert HandoffSection(team, team-and-follow-up, 1..1)
* insert HandoffSection(preferences, preferences, 0..1)
* insert HandoffSection(whatTravels, what-travels, 1..1)
* section[medicines].extension contains
    IhrpMedicineSupplyExtension named supply 0..* MS and
    IhrpNoMedicineExtension named noMedicine 0..1 MS
* section[medicines].extension[supply] ^short = "Where each medicine stands, for programs"
* section[medicines].extension[noMedicine] ^short = "Why there is no medicine, for programs"
