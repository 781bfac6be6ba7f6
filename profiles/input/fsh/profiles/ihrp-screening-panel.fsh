Profile: IhrpScreeningPanel
Parent: Observation
Id: ihrp-screening-panel
Title: "Screening panel or score"
Description: "A screening instrument as a panel with its members or as a total score, derived from the filled-in questionnaire."
* insert ProfileMetadata
* insert CompliesWith(us-core-observation-screening-assessment)
* insert PersonVoice
* insert ScreeningAssessment
* obeys wd-3
* code from IhrpScreeningPanelCodeValues (extensible)
* encounter MS
* value[x] MS
* hasMember MS
* derivedFrom MS
