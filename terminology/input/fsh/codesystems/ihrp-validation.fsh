CodeSystem: IhrpValidationCodes
Id: ihrp-validation
Title: "Warnings at validation"
Description: "What a stored resource was warned about when its version was written. The server sets these codes as tags, so that _tag finds the resources; nobody else can."
* insert CodeSystemMetadata
* #unknown-code "Unknown code" "The resource holds a code that cannot exist, because its form or check digit is wrong, or that its code system does not hold."
* #unchecked-code "Unchecked code" "The resource holds a code of a code system that this server does not carry; it was taken as it came."
* #unknown-profile "Unknown profile" "The resource declares a profile that this server does not carry; it was held to FHIR R4 alone."
* #other-warning "Other warning" "The resource was stored with another warning, which the outcome of the write told."
