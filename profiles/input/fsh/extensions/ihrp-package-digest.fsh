Extension: IhrpPackageDigestExtension
Id: ihrp-package-digest
Title: "Package digest"
Description: "The digest of the package from which a server installed this guide. The server keeps it."
* insert ProfileMetadata
* insert ExtensionContext(ImplementationGuide)
* value[x] 1..1
* value[x] only string
