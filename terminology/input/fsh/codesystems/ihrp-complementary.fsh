CodeSystem: IhrpComplementaryCodes
Id: ihrp-complementary
Title: "Complementary and health practices"
Description: "Practices beside medicine and psychotherapy."
* insert CodeSystemMetadata
* #acupuncture "Acupuncture" "Body acupuncture."
* #auricular-acudetox "Ear acupuncture (NADA protocol)" "Five-point ear acupuncture."
* #yoga "Yoga" "Yoga practice; no verified SNOMED code, HL7 service-type 151 exists."
* #meditation "Meditation" "Meditation practice; HL7 service-type 26."
* #mbsr "Mindfulness-based stress reduction" "Structured mindfulness course."
* #mbrp "Mindfulness for preventing return to use (MBRP)" "Structured mindfulness course that helps to keep up a change."
* #exercise "Exercise" "Planned physical activity."
* #massage "Massage" "Therapeutic massage."
* #art-therapy "Art therapy" "Art therapy."
* #music-therapy "Music therapy" "Music therapy."
* #relaxation "Relaxation and breathing training" "Relaxation and breathing training."
* #sleep-hygiene "Sleep hygiene" "Sleep hygiene."
* #nutrition "Nutrition support" "Nutrition support."
* #traditional-healing "Traditional or cultural healing" "Traditional or cultural healing."
