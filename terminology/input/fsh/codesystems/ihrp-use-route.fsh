CodeSystem: IhrpUseRouteCodes
Id: ihrp-use-route
Title: "Routes of use"
Description: "How a substance is taken."
* insert CodeSystemMetadata
* #injecting "Injecting" "Injected into a vein, a muscle or under the skin."
* #smoking "Smoking" "Burned and inhaled."
* #vaping "Vaping" "Heated and inhaled without burning."
* #snorting "Snorting" "Taken up through the nose."
* #swallowing "Swallowing or drinking" "Taken by mouth and swallowed."
* #under-tongue "Under the tongue or in the cheek" "Dissolved in the mouth."
* #rectal "Rectal" "Taken up through the rectum."
* #through-skin "Through the skin" "Patch or cream."
* #chewing "Chewing" "Held or chewed in the mouth."
* #other "Another route" "Give text."
