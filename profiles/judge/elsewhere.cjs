// Fetches the package as a FHIR package loader does, by name from the registry address of the environment, and reads it.
const { defaultPackageLoader } = require('fhir-package-loader');

async function main() {
  const lines = [];
  const loader = await defaultPackageLoader({ log: (level, message) => lines.push(`${level} ${message}`) });
  for (const version of ['0.1.0', 'latest']) {
    const status = await loader.loadPackage('nl.ooievaar.phb', version);
    if (status !== 'LOADED') {
      throw new Error(`${version}: ${status}\n${lines.join('\n')}`);
    }
  }
  const base = 'http://ooievaar.example/fhir';
  const wanted = ['StructureDefinition/phb-referral', 'ValueSet/phb-risk-factor', 'CodeSystem/phb-route', 'Questionnaire/phb-findings'];
  for (const address of wanted) {
    const found = loader.findResourceJSON(`${base}/${address}`);
    if (!found || found.url !== `${base}/${address}` || found.version !== '0.1.0') {
      throw new Error(`not found: ${address}`);
    }
    if (found.resourceType === 'StructureDefinition' && !found.snapshot.element.length) {
      throw new Error(`without snapshot: ${address}`);
    }
  }
  console.log(`fhir-package-loader: ${loader.findResourceInfos('*').length} definitions`);
}

main().catch((e) => {
  console.error(e.message);
  process.exit(1);
});
