/** People of many tongues: apostrophes, accents, `&` and scripts other than Latin must survive every layer. */
// prettier-ignore
export const firstNames = [
  "Amara", "Bartholomew", "Chloé", "Dmitri", "Esra", "Fatima", "Grace", "Hiroshi", "Ingrid", "José",
  "Kwame", "Leilani", "Mateusz", "Nguyễn", "Olga", "Priya", "Quentin", "Rosa", "Siobhán", "Tomás",
  "Ulrike", "Víctor", "Wanjiru", "Xiomara", "Yusuf", "Zoë", "Björn", "Mei", "Rajesh", "Anna-Lena",
] as const;

// prettier-ignore
export const lastNames = [
  "O'Neill", "Müller", "Nakamura", "García Márquez", "van den Berg", "Okonkwo", "Łukaszewicz", "D'Angelo",
  "Smith", "Johnson", "Kowalski", "Petrov", "Haddad", "Al-Farsi", "Nguyen", "Ó Briain", "Sørensen", "Çelik",
  "Mbeki", "Fernández", "Lindqvist", "Kapoor", "St. John", "Dubois", "Papadopoulos", "Kim", "Achebe", "Ramos",
] as const;

// prettier-ignore
export const companies = [
  "Acme & Sons", "Burlington Textiles", "Café Zürich", "Dickenson plc", "Edge Communications", "Foo = Bar Ltd.",
  "Grand Hotels & Resorts", "Håkansson AB", "Imani Cooperative", "Juárez Hermanos", "Kettle \"Black\" Works",
  "L'Étoile du Nord", "Müllerhaus GmbH", "Northwind 100% Organic", "O'Hara Freight", "Pyramid Construction",
  "Quokka Analytics", "Rivera; Stone + Partners", "sForce Insurance", "Tōkyō 製作所", "United Oil & Gas",
  "Vasquez Dental", "Wellspring Clinics", "Xenon Lighting", "Yıldız Tekstil", "Zephyr Air", "Университет Аризоны",
  "شركة النور", "Blue Heron Bank", "Copper Kettle Brewing", "Delta Ferries", "Elm Street Books", "Fjord Software",
  "Ginkgo Gardens", "Harbor & Hill", "Ivory Pianos", "Jade Pharmacies", "Kestrel Security", "Lumen Studios",
  "Magnolia Foods", "Nimbus Travel", "Orchard Schools", "Pinecrest Realty", "Quarry Stoneworks", "Redwood Cycles",
] as const;

// prettier-ignore
export const cities = [
  ["San Francisco", "CA"], ["New York", "NY"], ["Chicago", "IL"], ["Seattle", "WA"], ["Austin", "TX"],
  ["Boston", "MA"], ["Denver", "CO"], ["Honolulu", "HI"], ["Atlanta", "GA"],
] as const;

// prettier-ignore
export const streets = [
  "1 Market St", "221 Lake Shore Dr", "77 Pike Pl", "500 Congress Ave", "12 Beacon St", "90 Larimer St",
] as const;

// prettier-ignore
export const industries = [
  "Agriculture", "Banking", "Communications", "Education", "Energy", "Healthcare", "Retail", "Technology",
] as const;

// prettier-ignore
export const titles = [
  "CFO", "VP, Customer Care", "Buyer", "IT Director", "Office Manager", "SVP, Procurement", "Engineer", "Owner",
] as const;

// prettier-ignore
export const troubles = [
  "Generator doesn't start after power failure", "Invoice shows the wrong VAT (20% & 7%)", "Cannot log in to the portal",
  "Delivery is three days late", "Maintenance guidelines for the \"GC5060\"", "Noise on the line when it rains",
  "Please change our billing address", "Refund for order #4711", "Seeking guidance on electrical wiring", "Warranty question",
] as const;

// prettier-ignore
export const deals = [
  "New business", "Renewal", "Add-on: 200 seats", "Pilot", "Generators", "Emergency supplies", "Portable units",
] as const;

// prettier-ignore
export const callSubjects = [
  "Call about the invoice", "Asked for a quote", "Left a voicemail", "Follow-up on the case", "Introduced new contact", "Renewal call",
] as const;

// prettier-ignore
export const callNotes = [
  "Will call back on Monday.", "Wants the contract by e-mail.\nPrefers mornings.", "Line was bad, short call.",
  "Happy with the service & will renew.", "",
] as const;
