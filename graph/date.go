package graph

import (
	"fmt"
	"time"
)

// Date is an ISO date as far as it is known: "2024", "2024-01" or
// "2024-01-17"; "" is no date. Dates compare and sort as strings, in both
// engines alike.
type Date string

// ParseDate checks that s is a date of one of the three forms and exists in
// the calendar. The empty string is no date and gives no error.
func ParseDate(s string) (Date, error) {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(s)]
	if s == "" {
		return "", nil
	}
	if layout != "" {
		if _, err := time.Parse(layout, s); err == nil {
			return Date(s), nil
		}
	}
	return "", fmt.Errorf("%q is not a date: write YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// Precision is "day", "month", "year" or "".
func (d Date) Precision() string {
	switch len(d) {
	case 10:
		return "day"
	case 7:
		return "month"
	case 4:
		return "year"
	}
	return ""
}

// First is the earliest day that d may mean; "" for no date.
func (d Date) First() Date {
	switch len(d) {
	case 4:
		return d + "-01-01"
	case 7:
		return d + "-01"
	}
	return d
}

// Last is the latest day that d may mean; "" for no date.
func (d Date) Last() Date {
	switch len(d) {
	case 4:
		return d + "-12-31"
	case 7:
		t, err := time.Parse("2006-01", string(d))
		if err != nil {
			return d
		}
		return Date(t.AddDate(0, 1, -1).Format(time.DateOnly))
	}
	return d
}

// AddDays moves a whole day by n; a date that is not a whole day stays.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return Date(t.AddDate(0, 0, n).Format(time.DateOnly))
}
