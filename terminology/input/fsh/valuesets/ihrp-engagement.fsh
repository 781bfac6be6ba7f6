ValueSet: IhrpEngagementValues
Id: ihrp-engagement
Title: "Engagement in care"
Description: "Every code of the code system Engagement in care."
* insert ValueSetMetadata
* include codes from system IhrpEngagementCodes
