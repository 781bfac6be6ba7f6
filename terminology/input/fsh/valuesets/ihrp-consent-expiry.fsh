ValueSet: IhrpConsentExpiryValues
Id: ihrp-consent-expiry
Title: "End of a consent"
Description: "Every code of the code system End of a consent."
* insert ValueSetMetadata
* include codes from system IhrpConsentExpiryCodes
