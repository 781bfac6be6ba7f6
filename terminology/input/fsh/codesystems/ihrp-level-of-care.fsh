CodeSystem: IhrpLevelOfCareCodes
Id: ihrp-level-of-care
Title: "Level of care"
Description: "Level of care in neutral words, as stated by the sender. No licensed level names are used; a sender may add its own code and text."
* insert CodeSystemMetadata
* #outreach "Outreach and low threshold" "Meeting people where they are; drop-in."
* #outpatient "Outpatient" "Appointments once or a few times a month or week."
* #intensive-outpatient "Intensive outpatient" "Several hours on several days a week."
* #day-programme "Day programme" "Most hours of most days."
* #ambulatory-withdrawal "Ambulatory withdrawal care" "Withdrawal care with visits."
* #home-withdrawal "Withdrawal care at home" "Withdrawal care at home."
* #residential "Residential" "Living at the place of care."
* #residential-withdrawal "Residential withdrawal care" "Withdrawal care at a residential place."
* #inpatient "Inpatient" "Hospital ward."
* #inpatient-withdrawal "Inpatient withdrawal care" "Withdrawal care on a hospital ward."
* #recovery-housing "Supported housing" "Living with support."
