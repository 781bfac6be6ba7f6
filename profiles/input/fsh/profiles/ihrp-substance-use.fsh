Profile: IhrpSubstanceUse
Parent: Observation
Id: ihrp-substance-use
Title: "Substance use"
Description: "What the person tells about the use of one substance: how often, how much, by which route, when last, alone or with others, and what is known of the supply. What is not known is left out."
* insert ProfileMetadata
* insert CompliesWith(us-core-simple-observation)
* insert PersonVoice
* obeys su-1 and su-2
* status MS
* category 1..* MS
* category ^short = "Usually social-history"
* code MS
* code = $observation#substance-use
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime or Period
* performer MS
* value[x] MS
* value[x] only CodeableConcept
* valueCodeableConcept from IhrpUseStatusValues (required)
* value[x] ^short = "Whether the substance is used at present"
* dataAbsentReason MS
* note MS
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    daysUsed 0..1 MS and
    amount 0..1 MS and
    route 0..* MS and
    lastUse 0..1 MS and
    company 0..1 MS and
    supplyRisk 0..* MS
* insert SubstanceComponent
* component[daysUsed].code = $observation#days-used-30
* component[daysUsed].value[x] only Quantity
* component[daysUsed].valueQuantity = $ucum#d
* component[daysUsed] ^short = "Days of use in the past 30 days"
* component[amount].code = $observation#quantity-per-day
* component[amount].value[x] only Quantity or string
* component[amount] ^short = "Usual amount on a day of use"
* insert CodedComponent(route, $observation#route-of-use, IhrpUseRouteValues, "How the substance is taken")
* component[lastUse].code = $observation#last-use
* component[lastUse].value[x] only dateTime
* component[lastUse] ^short = "When it was last used, as exactly as known"
* insert CodedComponent(company, $part#company, IhrpUseCompanyValues, "Alone or with others")
* insert CodedComponent(supplyRisk, $part#supply-risk, IhrpSupplyRiskValues, "What is known or feared about the supply")
