ValueSet: IhrpUseCompanyValues
Id: ihrp-use-company
Title: "Company when using"
Description: "Every code of the code system Company when using."
* insert ValueSetMetadata
* include codes from system IhrpUseCompanyCodes
