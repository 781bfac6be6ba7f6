Profile: IhrpTreatmentEpisode
Parent: EpisodeOfCare
Id: ihrp-treatment-episode
Title: "Treatment episode"
Description: "A stay in care, from a detox to years of outpatient care, at a level of care in neutral words. What a programme expects can be told with it; an expectation that is not met never ends the episode by itself."
* insert ProfileMetadata
* insert PersonVoice
* obeys ep-1
* extension contains
    IhrpLevelOfCareExtension named levelOfCare 0..1 MS and
    IhrpEndReasonExtension named endReason 0..1 MS and
    IhrpProgrammeExpectationExtension named programmeExpectation 0..* MS and
    IhrpSubstanceExtension named substance 0..* MS
* extension[levelOfCare] ^short = "Level of care, as stated by the sender"
* extension[endReason] ^short = "Why the episode ended"
* extension[programmeExpectation] ^short = "What the programme expects, and what the person says to it"
* extension[substance] ^short = "The substances the episode is about"
* status MS
* statusHistory MS
* type MS
* diagnosis MS
* patient MS
* managingOrganization 1..1 MS
* period 1..1 MS
* period.start 1..1 MS
* period.end MS
* referralRequest MS
* careManager MS
* team MS
