Extension: IhrpDocumentDigestExtension
Id: ihrp-document-digest
Title: "Digest of the document"
Description: "The digest with which a document is signed off: SHA-256, in lower-case hexadecimal, over the RFC 8785 form (JSON Canonicalization Scheme) of the Bundle's JSON. Left out of it are the Bundle's id, meta and signature, and every extension of this kind. Where that leaves a list of extensions empty, the list is left out too."
* insert ProfileMetadata
* insert ExtensionContext(Provenance)
* value[x] 1..1
* value[x] only string
