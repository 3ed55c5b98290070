Instance: phb-seal
InstanceOf: OperationDefinition
Usage: #definition
Title: "Document waarmerken"
* url = "http://ooievaar.example/fhir/OperationDefinition/phb-seal"
* version = "0.1.0"
* name = "PhbSeal"
* title = "Document waarmerken"
* status = #active
* publisher = "Ooievaar"
* description = "A document as this node keeps it, with a detached JWS (RFC 7515, appendix F) of this node over the very bytes, so that who gets it from the caller can see that it was not changed. It is a disclosure as a read is: the gate decides, and it is on record. The public keys are at /.well-known/seal-keys of the server."
* kind = #operation
* date = "2026-11-23"
* affectsState = false
* code = #seal
* resource[0] = #Composition
* resource[1] = #Communication
* resource[2] = #DocumentReference
* resource[3] = #Binary
* system = false
* type = false
* instance = true
* parameter[0].name = #document
* parameter[0].use = #out
* parameter[0].min = 1
* parameter[0].max = "1"
* parameter[0].documentation = "The bytes that are sealed: the resource in JSON, as kept."
* parameter[0].type = #base64Binary
* parameter[1].name = #signature
* parameter[1].use = #out
* parameter[1].min = 1
* parameter[1].max = "1"
* parameter[1].documentation = "Its data is the detached JWS; sigFormat is application/jose."
* parameter[1].type = #Signature
* insert InstanceTitleEn([["Seal a document"]])
* insert InstanceDescriptionNl([["Een document zoals dit knooppunt het bewaart, met een losse JWS (RFC 7515, bijlage F) van dit knooppunt over precies die bytes, zodat wie het van de vrager krijgt kan zien dat het niet is veranderd. Het is een inzage zoals lezen dat is: de toegangsregels beslissen, en het wordt vastgelegd. De publieke sleutels staan op /.well-known/seal-keys van de server."]])
