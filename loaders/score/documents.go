package score

// documents compares the documents that have a number, their dates of issue, and
// who presented them.
func (a *comparison) documents() {
	gold, goldIssued := documentItems(a.gold.Documents)
	found, foundIssued := documentItems(a.found.Documents)
	a.compare("document", gold, found, true)
	a.compare("document.issued", goldIssued, foundIssued, true)
	a.compare("presented", presentedItems(a.gold), presentedItems(a.found), true)
}

func documentItems(documents []Document) (all, issued items) {
	dates := map[string]string{}
	var numbers []string
	for _, d := range documents {
		if d.Number == "" {
			continue
		}
		number := numberKey(d.Number)
		all.add(number+"\x00"+d.Kind, d.Kind+" "+d.Number)
		if d.Issued == "" {
			continue
		}
		if _, ok := dates[number]; !ok {
			numbers = append(numbers, number)
		}
		dates[number] = d.Issued // the last one said
	}
	for _, number := range numbers {
		issued.add(number+"\x00"+dates[number], number+" "+dates[number])
	}
	return all, issued
}

// presentedItems are the presentations of documents that have a number.
func presentedItems(f Facts) (out items) {
	numbers := map[string]bool{}
	for _, d := range f.Documents {
		if d.Number != "" {
			numbers[numberKey(d.Number)] = true
		}
	}
	for _, p := range f.Presented {
		if number := numberKey(p.Document); numbers[number] {
			out.add(personKey(p.Person)+"\x00"+number, p.Person+" presented "+p.Document)
		}
	}
	return out
}
