ValueSet: IhrpAssessmentPartValues
Id: ihrp-assessment-part
Title: "Parts of an assessment"
Description: "Every code of the code system Parts of an assessment."
* insert ValueSetMetadata
* include codes from system IhrpAssessmentPartCodes
