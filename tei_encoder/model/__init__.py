"""What flows between the stages; knows neither XML nor any stage."""
