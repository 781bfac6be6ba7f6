ValueSet: IhrpEmptyReasonValues
Id: ihrp-empty-reason
Title: "Why a section is empty"
Description: "Why a section of a handoff has no entries: nothing known, not asked, withheld and unavailable are four different things."
* insert ValueSetMetadata
* $listEmptyReason#nilknown "Nil Known"
* $listEmptyReason#notasked "Not Asked"
* $listEmptyReason#withheld "Information Withheld"
* $listEmptyReason#unavailable "Unavailable"
