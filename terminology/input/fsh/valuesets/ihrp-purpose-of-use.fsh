ValueSet: IhrpPurposeOfUseValues
Id: ihrp-purpose-of-use
Title: "Purposes of use"
Description: "For what a record may be used."
* insert ValueSetMetadata
* $actReason#TREAT "treatment"
* $actReason#ETREAT "Emergency Treatment"
* $actReason#CAREMGT "care management"
* $actReason#COC "coordination of care"
* $actReason#HPAYMT "healthcare payment"
* $actReason#HOPERAT "healthcare operations"
* $actReason#PATRQT "patient requested"
* $actReason#FAMRQT "family requested"
* $actReason#HRESCH "healthcare research"
* $actReason#PUBHLTH "public health"
