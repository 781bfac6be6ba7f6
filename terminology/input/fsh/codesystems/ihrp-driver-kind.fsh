CodeSystem: IhrpDriverKindCodes
Id: ihrp-driver-kind
Title: "Drivers of use"
Description: "What lies under the use of a substance, in body, mind and life."
* insert CodeSystemMetadata
* #trauma "Trauma" "After-effects of trauma."
* #grief "Grief" "Loss and grief; ordinary grief is no disorder."
* #pain "Pain" "Bodily pain."
* #mood "Mood" "Low mood, emptiness or high mood."
* #anxiety "Anxiety" "Anxiety and panic."
* #sleep "Sleep" "Trouble with sleep."
* #self-esteem "Self-esteem" "How the person sees and values themselves."
* #relationships "Relationships" "Closeness, conflict and loneliness."
* #culture "Culture and belonging" "Culture, migration, discrimination, belonging."
* #living-conditions "Living conditions" "Housing, income, safety, law."
* #attention "Attention and energy" "Attention, drive and energy."
* #body "Body and inheritance" "Bodily and inherited factors."
* #withdrawal "Withdrawal" "Withdrawal and loss of tolerance."
