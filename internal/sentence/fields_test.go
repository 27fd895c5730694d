package sentence

import "testing"

func TestClocksAndLengths(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går, følger op i morgen kl 9", `{"date":"2026-11-22","time":null,"followup_date":"2026-11-24"}`},
		{"Køge Kran i går. Næste møde 3/12 kl. 10", `{"date":"2026-11-22","time":null,"followup_date":"2026-12-03","note":"Næste møde 3/12 kl. 10"}`},
		{"Køge Kran 20/11. Nyt besøg 3/12 kl. 10", `{"date":"2026-11-20","time":null,"followup_date":"2026-12-03"}`},
		{"Køge Kran i går kl. 6.30", `{"time":"06:30"}`},
		{"99001941 23.11.26 0930 besøg", `{"date":"2026-11-23","time":"09:30","note":null}`},
		{"Køge Kran i går 6:30", `{"time":"06:30"}`},
		{"Køge Kran telefon i går, kl. 14", `{"time":"14:00"}`},
		{"Køge Kran i går, de møder kl 7", `{"time":null,"note":"de møder kl 7"}`},
		{"Køge Kran i går fleksjob 12 timer om ugen", `{"duration_min":null,"purpose":["flex_job"]}`},
		{"Køge Kran i går løntilskud 37 timer", `{"duration_min":null,"note":"løntilskud 37 timer"}`},
		{"Køge Kran i går lærling 20 timer", `{"duration_min":null}`},
		{"Køge Kran i går 2 timer", `{"duration_min":120,"note":null}`},
		{"Køge Kran i går, 12 timer", `{"duration_min":null,"note":"12 timer"}`},
	})
}

func TestFollowUps(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går, opfølgning 20/11", `{"date":"2026-11-22","followup_date":null,"followup_text":"20/11","note":"opfølgning 20/11"}`},
		{"Køge Kran fulgt op på mødet 20/11", `{"date":null,"followup_date":null,"purpose":["follow_up"]}`},
		{"Køge Kran opfølgning på besøg 20/11, telefon i dag", `{"date":"2026-11-23","channel":"phone","followup_date":null,"purpose":["follow_up"],"note":"opfølgning på besøg 20/11"}`},
		{"Køge Kran i går, opfølgning i uge 47", `{"date":"2026-11-22","followup_week":null,"followup_text":"i uge 47"}`},
		{"Køge Kran i går, følger op på mødet i uge 50", `{"followup_week":"2026-W50"}`},
		{"Køge Kran i går, følger op om et år", `{"followup_date":"2027-11-23"}`},
		{"Køge Kran i går, følger op midt i uge 50", `{"followup_week":"2026-W50","note":null}`},
		{"Køge Kran i går, følger op medio uge 50", `{"followup_week":"2026-W50","note":null}`},
		{"Køge Kran i går, følger op i starten af uge 50", `{"followup_week":"2026-W50","note":null}`},
		{"Køge Kran i går, følger op senest i foråret 2027", `{"followup_date":"2027-05-31"}`},
		{"Køge Kran i går, følger op inden jul", `{"followup_date":"2026-12-23"}`},
		{"Køge Kran i går, følger op inden udgangen af december", `{"followup_date":"2026-12-31"}`},
		{"Køge Kran i går, følger op inden for 14 dage", `{"followup_date":"2026-12-07"}`},
		{"Køge Kran i går, følger op senest fredag", `{"followup_date":"2026-11-27"}`},
	})
	c := ReadContact("Køge Kran i går, følger op senest i foråret 2027", now, isFirm)
	if c.FollowUp.Text != "senest i foråret 2027" || c.FollowUp.From != c.FollowUp.To {
		t.Errorf("%+v", c.FollowUp)
	}
}

func TestPeople(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går m/ Hans Jensen (diabetes)", `{"participants":null,"note":"m/ Hans Jensen (diabetes)"}`},
		{"Køge Kran i går sammen med sygemeldt Hans Jensen", `{"participants":null,"note":"sammen med sygemeldt Hans Jensen"}`},
		{"Køge Kran i går m/ konsulent Hans Jensen", `{"participants":["konsulent"],"note":"Hans Jensen"}`},
		{"Køge Kran i går m/ VEU konsulent", `{"participants":["VEU konsulent"],"note":null}`},
		{"Køge Kran i går, er ikke tilfreds med jobcentret", `{"participants":null,"note":"er ikke tilfreds med jobcentret"}`},
		{"Køge Kran i går, dårlig erfaring med kommunen", `{"participants":null,"note":"dårlig erfaring med kommunen"}`},
		{"Køge Kran i går, har aftale med 3F om overenskomst", `{"participants":null,"note":"har aftale med 3F om overenskomst"}`},
		{"Køge Kran besøg i går med jobcenter Guldborgsund og 3F", `{"participants":["jobcenter Guldborgsund","3F"],"note":null}`},
		{"Køge Kran i går sammen med Erhvervshus Sjælland om eksport", `{"participants":["Erhvervshus Sjælland"],"purpose":["export"]}`},
		{"Køge Kran i går, talte med direktør Hans Jensen om eksport", `{"contact_name":"Hans Jensen","purpose":["export"]}`},
		{"Køge Kran i går, ejer ønsker generationsskifte", `{"contact_name":null,"purpose":["generational_change"],"note":"ejer ønsker generationsskifte"}`},
		{"Køge Kran yesterday, talked to employees about training", `{"contact_name":null,"purpose":["upskilling"]}`},
		{"Køge Kran i går, direktør Hans Jensen", `{"contact_name":"Hans Jensen"}`},
		{"Køge Kran i går, kontaktperson mette holm", `{"contact_name":"mette holm"}`},
	})
}

func TestNothingIsLost(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går, de vil gerne have besøg igen", `{"note":"de vil gerne have besøg igen"}`},
		{"Køge Kran i går, de vil have os ud igen", `{"note":"de vil have os ud igen"}`},
		{"Køge Kran i går, har de brug for os nu", `{"note":"har de brug for os nu"}`},
		{"Køge Kran telefon i går, vil gerne have et onlinemøde", `{"channel":"phone","note":"vil gerne have et onlinemøde"}`},
		{"Køge Kran mailede i går om jobmesse", `{"channel":"email","note":"om jobmesse"}`},
		{"Køge Kran ringede i går, de vil have besøg", `{"channel":"phone","note":"de vil have besøg"}`},
		{"Køge Kran i går, ringer igen", `{"channel":"visit","note":"ringer igen"}`},
		{"jeg besøgte Køge Kran i går", `{"note":null}`},
		{"talte med Køge Kran i går om eksport", `{"company":"Køge Kran","contact_name":null,"note":null}`},
		{"Køge Kran borger 010190 a@b.dk 1234 skal i praktik i går", `{"note":"borger 010190 … 1234 skal i praktik"}`},
		{"Køge Kran borger 010190 <mailto:a@b.dk|a@b.dk> 1234 skal i praktik i går", `{"note":"borger 010190 … 1234 skal i praktik"}`},
		{"Køge Kran i går borger 010190<>1234", `{"note":"borger 010190 … 1234"}`},
		{"Køge Kran borger 010190 i går 1234", `{"note":"borger [CPR]"}`},
	})
}

func TestNegations(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går mødte ikke op", `{"no_show":true,"doubtful":null,"date":"2026-11-22"}`},
		{"Køge Kran i går, de kom ikke til mødet", `{"no_show":true,"note":"de kom ikke til mødet"}`},
		{"Køge Kran, besøgte dem ikke i går", `{"doubtful":true,"note":"besøgte dem ikke i går"}`},
		{"Køge Kran, fik ikke ringet i går", `{"doubtful":true,"note":"fik ikke ringet i går"}`},
		{"Køge Kran yesterday, did not visit", `{"doubtful":true}`},
		{"Køge Kran i går, mødet blev aflyst", `{"doubtful":true}`},
		{"Køge Kran cancelled the meeting yesterday", `{"doubtful":true}`},
		{"Køge Kran ringede i går, svarede ikke", `{"doubtful":null,"no_show":null,"outcome":"not_reached"}`},
		{"Køge Kran i går, de har ikke talt med banken", `{"doubtful":null,"no_show":null}`},
		{"Køge Kran i går, ikke interesseret", `{"doubtful":null,"outcome":"not_interested"}`},
		{"Køge Kran i går, kom ikke videre", `{"no_show":null,"note":"kom ikke videre"}`},
		{"Køge Kran i går, intet aftalt", `{"outcome":null,"note":"intet aftalt"}`},
		{"Køge Kran i går, der blev ikke aftalt noget", `{"outcome":null}`},
		{"Køge Kran i går, ingen aftale om løntilskud", `{"outcome":null,"note":"ingen aftale om løntilskud"}`},
		{"Køge Kran yesterday, nothing agreed, no deal", `{"outcome":null,"note":"nothing agreed, no deal"}`},
		{"Køge Kran yesterday, not a big deal", `{"outcome":null,"note":"not a big deal"}`},
		{"Køge Kran i går, aftale om løntilskud", `{"outcome":"agreement"}`},
	})
}

func TestMisreadings(t *testing.T) {
	checkReadings(t, []reading{
		{"Køge Kran i går, 40 ansatte", `{"purpose":null}`},
		{"Køge Kran i går, vil ansætte", `{"purpose":["recruitment"]}`},
		{"Køge Kran i går, talte med deres chef", `{"trade":null}`},
		{"Køge Kran yesterday, the chef said no", `{"trade":null,"note":"the chef said no"}`},
		{"Køge Kran i går, de maler selv", `{"trade":null,"note":"de maler selv"}`},
		{"Køge Kran i går, fair pris", `{"channel":"visit","note":"fair pris"}`},
		{"Køge Kran i går, online shop", `{"channel":"visit","note":"online shop"}`},
		{"Køge Kran i går online", `{"channel":"online_meeting","note":null}`},
		{"Køge Kran i går, virksomheden har 40 medarbejdere", `{"headcount":null,"note":"virksomheden har 40 medarbejdere"}`},
		{"Køge Kran i går, skal fyre 20 mand til februar", `{"headcount":null,"note":"skal fyre 20 mand til februar"}`},
		{"Køge Kran yesterday, introduction to candidates", `{"headcount":null}`},
		{"Køge Kran i går, de har en smed", `{"trade":null,"headcount":null,"note":"de har en smed"}`},
		{"Køge Kran i går rekruttering 12 struktører", `{"trade":"struktør","headcount":12,"note":null}`},
		{"Køge Kran i går, de har brug for 2 smede", `{"trade":"smed","headcount":2}`},
		{"Køge Kran i går 2 smede", `{"trade":"smed","headcount":2,"note":null}`},
		{"Køge Kran i går, talte med Hans Jensen, mail hj@example.dk", `{"channel":"visit","contact_email":"hj@example.dk"}`},
		{"Køge Kran besøg i går, de vil have en mail", `{"channel":"visit","note":"de vil have en mail"}`},
		{"Køge Kran besøg i går, send brev", `{"channel":"visit","note":"send brev"}`},
		{"Køge Kran ringede, aftalt møde 2/12 kl 9", `{"date":"2026-12-02","time":"09:00","channel":"visit","note":"ringede, aftalt"}`},
		{"Køge Kran mail i går", `{"channel":"email"}`},
	})
}
