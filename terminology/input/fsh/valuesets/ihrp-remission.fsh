ValueSet: IhrpRemissionValues
Id: ihrp-remission
Title: "Remission"
Description: "Every code of the code system Remission."
* insert ValueSetMetadata
* include codes from system IhrpRemissionCodes
