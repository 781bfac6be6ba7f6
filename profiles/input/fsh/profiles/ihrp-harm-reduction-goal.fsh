Profile: IhrpHarmReductionGoal
Parent: Goal
Id: ihrp-harm-reduction-goal
Title: "Goal of the person"
Description: "A goal in the person's own words, about the use of a substance (from undecided and safer use to abstinence, all equal) or about life: housing, grief, work, health."
* insert ProfileMetadata
* insert CompliesWith(us-core-goal)
* insert PersonVoice
* obeys g-1 and g-2 and g-3 and g-4 and g-5
* extension contains
    IhrpSubstanceExtension named substance 0..* MS and
    IhrpServesFunctionExtension named servesFunction 0..* MS and
    $goalAcceptance named acceptance 0..* MS and
    $goalRelationship named relationship 0..* MS and
    $goalReasonRejected named reasonRejected 0..1 MS
* extension[substance] ^short = "Which substance the goal is about"
* extension[servesFunction] ^short = "The need that use served and that this goal serves instead"
* extension[acceptance] ^short = "Who accepts this goal, and how far"
* extension[relationship] ^short = "How this goal relates to another (milestone, successor): chosen by the person, never a ladder"
* extension[reasonRejected] ^short = "Why the goal was not taken up"
* lifecycleStatus MS
* achievementStatus MS
* category MS
* category from IhrpLifeDomainValues (example)
* category ^short = "Direction of a goal about use, and domains of life"
* category.coding ^slicing.discriminator.type = #value
* category.coding ^slicing.discriminator.path = "system"
* category.coding ^slicing.rules = #open
* category.coding contains direction 0..1 MS
* category.coding[direction] ^short = "Direction of a goal about use"
* category.coding[direction].system 1..1
* category.coding[direction].system = $goalSpectrum
* category.coding[direction].code 1..1
* category.coding[direction] from IhrpGoalDirectionValues (required)
* description MS
* description.text MS
* description.text ^short = "The person's own words"
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* target.due[x] MS
* statusDate MS
* expressedBy MS
* expressedBy ^short = "Whose goal this is"
* addresses MS
* note MS
