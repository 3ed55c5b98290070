/**
 * Records of birth care, leaf by leaf, from every form in which they exist; {@link nl.ooievaar.mappings.source.Readers} is the door.
 *
 * <p>What the forms leave unsaid stands in tables beside the code:
 *
 * <ul>
 *   <li>{@code names.csv}: names of fields for ADA Lite. After the dataset PWD 2.3 (ART-DECOR, project peri20) and the specifications
 *       of ADA 2.3.6.
 *   <li>{@code lite.csv}, {@code unsaid.csv}: code systems, numberings and units for ADA Lite and the oldest records. After the value
 *       sets of PWD 2.3.
 *   <li>{@code v3.csv}: elements of statements of HL7 version 3, by the template or the code of Perined. Learnt from records that
 *       exist in both forms.
 *   <li>{@code stu3.csv}, {@code stu3-systems.csv}: elements of PWD 3.2 in the birth-care profiles of FHIR STU3, and the OIDs of their
 *       code systems. After the mapping of PWD 3.2 that Nictiz publishes with these profiles; which codes tell a psychiatric problem
 *       from a social one and from violence, after the value sets of PWD 3.2.
 * </ul>
 */
package nl.ooievaar.mappings.source;
